import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { FunctionRow } from '../../contract/functions.ts';
import { requestJson } from './request.ts';

export const functionsQuery = queryOptions({
  queryKey: ['functions'],
  queryFn: async ({ signal }) => (await requestJson<{ items: FunctionRow[] }>(`${api.functions}?pilots=false`, { signal })).items,
  refetchInterval: 60_000,
});
