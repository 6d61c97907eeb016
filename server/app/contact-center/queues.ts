import type { Queue, QueueInput, QueueSort } from '../../../contract/contact-center.ts';
import type { QueueListRow, QueueRow } from '../../contact-center-rows.ts';
import type { Repositories } from '../../store.ts';
import type { Context } from '../context.ts';
import { cancelChecks } from '../checks/cancel.ts';
import { recordIn } from '../events/record.ts';
import { soonAfter } from '../functions/soon.ts';
import { checkMatch, needsMatch } from '../http/etag.ts';
import { newId } from '../ids.ts';
import { findQueue, getQueue } from './find.ts';
import { mostUses } from './uses.ts';

export interface QueueList {
  q?: string;
  sort: QueueSort;
  descending: boolean;
  limit: number;
  offset: number;
}

/** A queue as the API shows it, with its version. Raises 404 and 410. */
export async function readQueue(rows: Repositories, queueId: string, now: Date): Promise<{ shown: Queue; version: string }> {
  return showQueue(rows, await findQueue(rows, queueId, now), now);
}

/** A page of the queues; `q`, `sort` as the store takes them. */
export function listQueues({ ports }: Context, asked: QueueList): Promise<{ items: QueueListRow[]; total: number }> {
  return ports.store.transaction((rows) => rows.queues.list({ ...asked, soon: soonAfter(ports.clock.now()) }));
}

/** Adds a queue; answers its id. */
export async function addQueue({ ports }: Context, input: QueueInput, actor: string): Promise<string> {
  const id = newId(ports.random);
  await ports.store.transaction(async (rows) => {
    await rows.queues.put({ ...input, id, version: 1, changedAt: ports.clock.now().toISOString(), deletedAt: null, deletedBy: null });
    await recordIn(rows, ports, { kind: 'queue-saved', function: null, actor, params: { queue: input.name } });
  });
  return id;
}

/** Replaces a queue where `ifMatch` is its ETag. Raises 404, 410, 428, and 412 with what is stored. */
export async function saveQueue({ ports }: Context, queueId: string, input: QueueInput, ifMatch: string | undefined, actor: string): Promise<void> {
  needsMatch(ifMatch);
  await ports.store.transaction(async (rows) => {
    const queue = await matchingQueue(rows, queueId, ifMatch, ports.clock.now());
    await rows.queues.put({ ...queue, ...input, version: queue.version + 1, changedAt: ports.clock.now().toISOString() });
    await recordIn(rows, ports, { kind: 'queue-saved', function: null, actor, params: { queue: input.name } });
  });
}

/** Deletes a queue where `ifMatch` is its ETag; it can be had back for a while. Raises as `saveQueue`. */
export async function removeQueue({ ports }: Context, queueId: string, ifMatch: string | undefined, actor: string): Promise<void> {
  needsMatch(ifMatch);
  await ports.store.transaction(async (rows) => {
    const now = ports.clock.now();
    const queue = await matchingQueue(rows, queueId, ifMatch, now);
    await rows.queues.put({ ...queue, version: queue.version + 1, deletedAt: now.toISOString(), deletedBy: actor });
    await cancelChecks(rows, ({ ref }) => ref?.startsWith(`${queueId}/`) === true, now);
    await recordIn(rows, ports, { kind: 'queue-deleted', function: null, actor, params: { queue: queue.name } });
  });
}

/** Brings back a queue that was deleted, with its pilots. Raises 404 where it is too late. */
export async function restoreQueue({ ports }: Context, queueId: string, actor: string): Promise<void> {
  await ports.store.transaction(async (rows) => {
    const queue = await getQueue(rows, queueId, ports.clock.now());
    if (queue.deletedAt === null) return;
    await rows.queues.put({ ...queue, version: queue.version + 1, deletedAt: null, deletedBy: null });
    await recordIn(rows, ports, { kind: 'queue-restored', function: null, actor, params: { queue: queue.name } });
  });
}

async function matchingQueue(rows: Repositories, queueId: string, ifMatch: string, now: Date): Promise<QueueRow> {
  const queue = await findQueue(rows, queueId, now);
  const { shown, version } = await showQueue(rows, queue, now);
  checkMatch(ifMatch, version, shown);
  return queue;
}

async function showQueue(rows: Repositories, { id, name, number, version, changedAt }: QueueRow, now: Date): Promise<{ shown: Queue; version: string }> {
  const standing = await rows.queues.standing(id, soonAfter(now));
  const { items: alsoUsedBy } = await rows.uses.ofNumber(number, { but: { queueId: id, pilotId: null }, limit: mostUses });
  return { shown: { id, name, number, ...standing, changedAt, alsoUsedBy }, version: String(version) };
}
