import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { QueueRow } from '../../contract/contact-center.ts';
import { requestJson } from './request.ts';

export const queuesKey = ['queues'] as const;

/** The first 50 queues by name, for the tree. */
export const queueTreeQuery = queryOptions({
  queryKey: [...queuesKey, 'tree'],
  queryFn: ({ signal }) => requestJson<{ items: QueueRow[]; total: number }>(`${api.queues}?page[size]=50&sort=name`, { signal }),
  refetchInterval: 60_000,
});
