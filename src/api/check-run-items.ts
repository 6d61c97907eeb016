import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { CheckRun, CheckRunItem } from '../../contract/check-runs.ts';
import { checkRunsQuery } from './check-runs.ts';
import type { Listed } from './checks.ts';
import { readPages } from './read-pages.ts';
import { requestJson } from './request.ts';

const pageSize = 200;
const mostPages = 500;

/** What a run checks: all of it; while it runs only the first ones and those that have failed. */
export const checkRunItemsQuery = (id: string, isRunning: boolean) =>
  queryOptions({
    queryKey: [...checkRunsQuery.queryKey, id, 'items', isRunning],
    queryFn: ({ signal }) => (isRunning ? readFirst(id, signal) : readAll(id, signal)),
    refetchInterval: isRunning ? 2_000 : false,
  });

export function cancelCheckRun(id: string): Promise<CheckRun> {
  return requestJson<CheckRun>(api.checkRun(id), { method: 'DELETE' });
}

// The functions are the first ones.
async function readFirst(id: string, signal: AbortSignal): Promise<CheckRunItem[]> {
  const read = (query: string) => requestJson<Listed<CheckRunItem>>(`${api.checkRunItems(id)}?${query}`, { signal });
  const [first, failed] = await Promise.all([read('page[size]=10'), read('state=failed&page[size]=50')]);
  const known = new Set(first.items.map(({ position }) => position));
  return [...first.items, ...failed.items.filter(({ position }) => !known.has(position))];
}

async function readAll(id: string, signal: AbortSignal): Promise<CheckRunItem[]> {
  const read = (after?: string) => requestJson<Listed<CheckRunItem>>(`${api.checkRunItems(id)}?page[size]=${pageSize}${after ? `&page[after]=${after}` : ''}`, { signal });
  return (await readPages(read, mostPages)).items;
}
