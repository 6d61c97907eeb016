import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { SystemHealth } from '../../contract/health.ts';
import { requestJson } from './request.ts';

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => requestJson<SystemHealth>(api.health, { signal }),
  staleTime: 0,
});
