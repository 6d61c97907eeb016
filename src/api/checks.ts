import { queryOptions, skipToken } from '@tanstack/react-query';
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

/** The last check of a function, or null; those over many mailboxes stand elsewhere. Of a queue pilot `which` is its `<queueId>/<pilotId>`. */
export const lastCheckQuery = (functionName: FunctionName, which?: string) =>
  queryOptions({
    queryKey: ['checks', functionName, which ?? '', 'last'],
    queryFn: ({ signal }) => findCheck(which === undefined ? { functionName } : { functionName, which }, (check) => !check.mailboxes, signal, 1),
    // The hourly check comes by itself.
    refetchInterval: 60_000,
  });

export const checkQuery = (id: string) => queryOptions({ queryKey: ['checks', 'one', id], queryFn: ({ signal }) => requestJson<Check>(api.check(id), { signal }) });

/** The last check of what is not saved yet; it is forgotten with its form. */
export const draftCheckQuery = (functionName: FunctionName) => queryOptions({ queryKey: ['checks', functionName, 'draft'], queryFn: skipToken, initialData: null as Check | null, gcTime: 0 });

interface CheckFilter {
  functionName: FunctionName;
  which?: string;
  after?: string;
}

/** The newest check that is wanted, or null. */
export async function findCheck({ functionName, which, after }: CheckFilter, isWanted: (check: Check) => boolean, signal: AbortSignal, size = 20): Promise<Check | null> {
  const search = new URLSearchParams({ 'function': functionName, ...(which && { ref: which }), 'page[size]': String(size), ...(after && { 'page[after]': after }) });
  const { items, next } = await requestJson<Listed<Check>>(`${api.checks}?${search}`, { signal });
  return items.find(isWanted) ?? (next === null ? null : findCheck({ functionName, ...(which && { which }), after: next }, isWanted, signal));
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
