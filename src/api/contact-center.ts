import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { Pilot, PilotInput, PilotRow, Queue, QueueInput, QueueRow, Use } from '../../contract/contact-center.ts';
import type { Listed } from './checks.ts';
import { functionsQuery } from './functions.ts';
import { queuesKey } from './queue-tree.ts';
import { readPages } from './read-pages.ts';
import { request, requestJson } from './request.ts';
import { addStored, readStored, saveStored, type Stored } from './stored.ts';

export type StoredQueue = Stored<Queue>;
export type StoredPilot = Stored<Pilot>;

/** How many rows of a list are shown at once. */
export const rowsAtOnce = 50;

/** What of the queues is shown: `after` is the `next` of the page before. */
export interface QueueFilter {
  q?: string;
  sort?: string;
  after?: string | undefined;
}

export const queuesQuery = ({ q = '', sort = '', after }: QueueFilter = {}) =>
  queryOptions({
    queryKey: [...queuesKey, 'list', q, sort, after ?? ''],
    queryFn: ({ signal }) => requestJson<Listed<QueueRow>>(`${api.queues}?${search({ 'page[size]': String(rowsAtOnce), 'page[after]': after, sort: sort || 'name', q })}`, { signal }),
    refetchInterval: 60_000,
  });

export const queueQuery = (queueId: string) =>
  queryOptions({
    queryKey: [...queuesKey, queueId],
    queryFn: ({ signal }) => readStored<Queue>(api.queue(queueId), signal),
    refetchInterval: 60_000,
  });

export const pilotsQuery = (queueId: string, after?: string) =>
  queryOptions({
    queryKey: [...queuesKey, queueId, 'pilots', after ?? ''],
    queryFn: ({ signal }) => requestJson<Listed<PilotRow>>(`${api.pilots(queueId)}?${search({ 'page[size]': String(rowsAtOnce), 'page[after]': after })}`, { signal }),
    refetchInterval: 60_000,
  });

const [mostPages, rowsOfAPage] = [5, 200];
/** How many pilots of a queue are read at most where all are needed. */
export const mostPilots = mostPages * rowsOfAPage;

/** All pilots of a queue; of more than `mostPilots` the first ones. */
export const allPilotsQuery = (queueId: string) =>
  queryOptions({
    queryKey: [...queuesKey, queueId, 'all-pilots'],
    queryFn: ({ signal }) => readPages((after) => requestJson<Listed<PilotRow>>(`${api.pilots(queueId)}?${search({ 'page[size]': String(rowsOfAPage), 'page[after]': after })}`, { signal }), mostPages),
    refetchInterval: 60_000,
  });

export const pilotQuery = (queueId: string, pilotId: string) =>
  queryOptions({
    queryKey: [...queuesKey, queueId, 'pilot', pilotId],
    queryFn: ({ signal }) => readStored<Pilot>(api.pilot(queueId, pilotId), signal),
    refetchInterval: 60_000,
  });

/** Who has this number or this mailbox already, but for the one that `except` names: `<queueId>` or `<queueId>/<pilotId>`. */
export const usesQuery = ({ number, mailbox, except }: { number?: string; mailbox?: string; except?: string }) =>
  queryOptions({
    queryKey: [...queuesKey, 'uses', number ?? '', mailbox ?? '', except ?? ''],
    queryFn: ({ signal }) => requestJson<{ items: Use[]; total: number }>(`${api.uses}?${search({ number, mailbox, except })}`, { signal }),
    enabled: Boolean(number || mailbox),
  });

export const addQueue = (input: QueueInput) => addStored<Queue>(api.queues, input);
export const saveQueue = (queueId: string, given: { input: QueueInput; etag: string }) => saveStored<Queue>(api.queue(queueId), given);
export const addPilot = (queueId: string, input: PilotInput) => addStored<Pilot>(api.pilots(queueId), input);
export const savePilot = (queueId: string, pilotId: string, given: { input: PilotInput; etag: string }) => saveStored<Pilot>(api.pilot(queueId, pilotId), given);
export const restoreQueue = (queueId: string) => addStored<Queue>(api.restoreQueue(queueId));
export const restorePilot = (queueId: string, pilotId: string) => addStored<Pilot>(api.restorePilot(queueId, pilotId));

export async function deleteQueue(queueId: string, etag: string): Promise<void> {
  await request(api.queue(queueId), { method: 'DELETE', ifMatch: etag });
}

export async function deletePilot(queueId: string, pilotId: string, etag: string): Promise<void> {
  await request(api.pilot(queueId, pilotId), { method: 'DELETE', ifMatch: etag });
}

/** After a change: everything that shows queues, pilots or their health is read again. */
export function readQueuesAgain(client: QueryClient): Promise<unknown> {
  return Promise.all([client.invalidateQueries({ queryKey: queuesKey }), client.invalidateQueries({ queryKey: ['applications'] }), client.invalidateQueries({ queryKey: functionsQuery.queryKey })]);
}

function search(values: Record<string, string | undefined>): URLSearchParams {
  return new URLSearchParams(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])));
}
