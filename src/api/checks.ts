import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { Check, CheckInput } from '../../contract/checks.ts';
import type { FunctionName } from '../../contract/functions.ts';
import { request, requestJson } from './request.ts';

/** The last check of a function, or null. */
export const lastCheckQuery = (functionName: FunctionName) =>
  queryOptions({
    queryKey: ['checks', functionName, 'last'],
    queryFn: async ({ signal }) => (await requestJson<{ items: Check[] }>(`${api.checks}?function=${functionName}&page[size]=1`, { signal })).items[0] ?? null,
    // The hourly check comes by itself.
    refetchInterval: 60_000,
  });

export function startCheck(input: CheckInput): Promise<Check> {
  return requestJson<Check>(api.checks, { method: 'POST', body: input });
}

export function cancelCheck(id: string): Promise<Check> {
  return requestJson<Check>(api.check(id), { method: 'DELETE' });
}

export async function readTranscript(id: string): Promise<string> {
  return (await request(api.transcript(id))).text();
}
