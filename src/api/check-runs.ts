import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { CheckRun, CheckRunItem } from '../../contract/check-runs.ts';
import type { Listed } from './checks.ts';
import { readPages } from './read-pages.ts';
import { requestJson } from './request.ts';

const listed = 5;
const pageSize = 200;
const mostPages = 500;

/** The last runs of Check everything. */
export const checkRunsQuery = queryOptions({
  queryKey: ['check-runs'],
  queryFn: async ({ signal }) => (await requestJson<Listed<CheckRun>>(`${api.checkRuns}?page[size]=${listed}`, { signal })).items,
  refetchInterval: ({ state: { data } }) => (data?.some(({ state }) => state === 'running') ? 5_000 : 60_000),
});

export const checkRunQuery = (id: string) => queryOptions({ queryKey: ['check-runs', id], queryFn: ({ signal }) => requestJson<CheckRun>(api.checkRun(id), { signal }) });

/** What a run checks: all of it; while it runs only the first ones and those that have failed. */
export const checkRunItemsQuery = (id: string, isRunning: boolean) =>
  queryOptions({
    queryKey: ['check-runs', id, 'items', isRunning],
    queryFn: ({ signal }) => (isRunning ? readFirst(id, signal) : readAll(id, signal)),
    refetchInterval: isRunning ? 2_000 : false,
  });

/** Starts a run, or answers the one that is under way. */
export function startCheckRun(): Promise<CheckRun> {
  return requestJson<CheckRun>(api.checkRuns, { method: 'POST' });
}

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
