import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { Check, CheckInput } from '../../contract/checks.ts';
import type { FunctionName } from '../../contract/functions.ts';
import { request, requestJson } from './request.ts';

/** A page of a list. */
export interface Listed<Item> {
  items: Item[];
  next: string | null;
  total: number;
}

/** The last check of a function, or null; those over many mailboxes stand elsewhere. */
export const lastCheckQuery = (functionName: FunctionName) =>
  queryOptions({
    queryKey: ['checks', functionName, 'last'],
    queryFn: ({ signal }) => findCheck(functionName, (check) => !check.mailboxes, signal, 1),
    // The hourly check comes by itself.
    refetchInterval: 60_000,
  });

/** The newest check of a function that is wanted, or null. */
export async function findCheck(functionName: FunctionName, isWanted: (check: Check) => boolean, signal: AbortSignal, size = 20, after?: string): Promise<Check | null> {
  const { items, next } = await requestJson<Listed<Check>>(`${api.checks}?function=${functionName}&page[size]=${size}${after ? `&page[after]=${after}` : ''}`, { signal });
  return items.find(isWanted) ?? (next === null ? null : findCheck(functionName, isWanted, signal, 20, next));
}

export function startCheck(input: CheckInput): Promise<Check> {
  return requestJson<Check>(api.checks, { method: 'POST', body: input });
}

export function cancelCheck(id: string): Promise<Check> {
  return requestJson<Check>(api.check(id), { method: 'DELETE' });
}

export async function readTranscript(id: string): Promise<string> {
  return (await request(api.transcript(id))).text();
}
