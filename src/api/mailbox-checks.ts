import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { Check, MailboxResult } from '../../contract/checks.ts';
import { findCheck, type Listed } from './checks.ts';
import { requestJson } from './request.ts';

/** The last check over many mailboxes, or null. */
export const lastMailboxCheckQuery = queryOptions({
  queryKey: ['checks', 'exchange-calendar', 'mailboxes'],
  queryFn: ({ signal }) => findCheck({ functionName: 'exchange-calendar' }, (check) => check.mailboxes !== undefined, signal),
});

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
