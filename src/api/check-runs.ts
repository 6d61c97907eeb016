import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { CheckRun } from '../../contract/check-runs.ts';
import type { Listed } from './checks.ts';
import { requestJson } from './request.ts';

const listed = 5;

/** The last runs of Check everything. */
export const checkRunsQuery = queryOptions({
  queryKey: ['check-runs'],
  queryFn: async ({ signal }) => (await requestJson<Listed<CheckRun>>(`${api.checkRuns}?page[size]=${listed}`, { signal })).items,
  refetchInterval: ({ state: { data } }) => (data?.some(({ state }) => state === 'running') ? 5_000 : 60_000),
});

export const checkRunQuery = (id: string) => queryOptions({ queryKey: [...checkRunsQuery.queryKey, id], queryFn: ({ signal }) => requestJson<CheckRun>(api.checkRun(id), { signal }) });

/** Starts a run, or answers the one that is under way. */
export function startCheckRun(): Promise<CheckRun> {
  return requestJson<CheckRun>(api.checkRuns, { method: 'POST' });
}
