import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { FunctionRow } from '../../contract/functions.ts';
import { requestJson } from './request.ts';

export const functionsQuery = queryOptions({
  queryKey: ['functions'],
  queryFn: async ({ signal }) => (await requestJson<{ items: FunctionRow[] }>(`${api.functions}?pilots=false`, { signal })).items,
  refetchInterval: 60_000,
});

/** The same with all queue pilots, of which there may be thousands. */
export const allFunctionsQuery = queryOptions({
  queryKey: [...functionsQuery.queryKey, 'all'],
  queryFn: async ({ signal }) => (await requestJson<{ items: FunctionRow[] }>(api.functions, { signal })).items,
  refetchInterval: 60_000,
});
