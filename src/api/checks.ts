import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { Check, CheckInput, MailboxResult } from '../../contract/checks.ts';
import type { FunctionName } from '../../contract/functions.ts';
import { request, requestJson } from './request.ts';

interface Listed<Item> {
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

/** The last check over many mailboxes, or null. */
export const lastMailboxCheckQuery = queryOptions({
  queryKey: ['checks', 'exchange-calendar', 'mailboxes'],
  queryFn: ({ signal }) => findCheck('exchange-calendar', (check) => check.mailboxes !== undefined, signal),
});

async function findCheck(functionName: FunctionName, isWanted: (check: Check) => boolean, signal: AbortSignal, size = 20, after?: string): Promise<Check | null> {
  const { items, next } = await requestJson<Listed<Check>>(`${api.checks}?function=${functionName}&page[size]=${size}${after ? `&page[after]=${after}` : ''}`, { signal });
  return items.find(isWanted) ?? (next === null ? null : findCheck(functionName, isWanted, signal, 20, next));
}

const shownAtOnce = 50;
const mostAtOnce = 200;

/** Results of a check over many mailboxes: a page of those with one state, read again while the check runs. */
export const resultsQuery = ({ id, state: checkState }: Check, state: MailboxResult['state'], after?: string) =>
  queryOptions({
    queryKey: ['results', id, checkState, state, after],
    queryFn: ({ signal }) => readResults(id, state, shownAtOnce, signal, after),
    placeholderData: (before) => before,
    refetchInterval: checkState === 'running' ? 2_000 : false,
  });

/** The addresses of all mailboxes that failed in a check that has ended. */
export const failedMailboxesQuery = (id: string) =>
  queryOptions({
    queryKey: ['results', id, 'failed-addresses'],
    async queryFn({ signal }) {
      const addresses: string[] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const { items, next } = await readResults(id, 'failed', mostAtOnce, signal, after);
        addresses.push(...items.map(({ mailbox }) => mailbox));
        after = next;
      }
      return addresses;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

function readResults(id: string, state: MailboxResult['state'], size: number, signal: AbortSignal, after?: string): Promise<Listed<MailboxResult>> {
  return requestJson<Listed<MailboxResult>>(`${api.results(id)}?state=${state}&page[size]=${size}${after === undefined ? '' : `&page[after]=${after}`}`, { signal });
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
