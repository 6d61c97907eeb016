import { restorableSeconds, type Deletion } from '../../../contract/contact-center.ts';
import type { PilotRow, QueueRow } from '../../contact-center-rows.ts';
import type { Repositories } from '../../store.ts';
import { titleOf } from '../../uses.ts';
import { ProblemError } from '../http/problem.ts';
import { isId } from '../ids.ts';

/** A queue that is there. Raises 404, and 410 `deleted` with its `Deletion` while it can be had back. */
export async function findQueue(rows: Repositories, queueId: string, now: Date): Promise<QueueRow> {
  const queue = await getQueue(rows, queueId, now);
  if (queue.deletedAt !== null) throw gone(queue, { what: 'queue', id: queue.id, name: queue.name });
  return queue;
}

/** A pilot that is there, with its queue. Raises 404, and 410 `deleted` with the `Deletion` of the queue, or else of the pilot, while it can be had back. */
export async function findPilot(rows: Repositories, queueId: string, pilotId: string, now: Date): Promise<{ queue: QueueRow; pilot: PilotRow }> {
  const queue = await findQueue(rows, queueId, now);
  const pilot = await getPilot(rows, queueId, pilotId, now);
  if (pilot.deletedAt !== null) throw gone(pilot, { what: 'pilot', id: pilot.id, name: titleOf(pilot) });
  return { queue, pilot };
}

/** A queue, deleted or not. Raises 404 where it is neither there nor to be had back. */
export async function getQueue(rows: Repositories, queueId: string, now: Date): Promise<QueueRow> {
  const queue = isId(queueId) ? await rows.queues.get(queueId) : null;
  if (!queue || isOver(queue, now)) throw new ProblemError('not-found');
  return queue;
}

/** A pilot of a queue, deleted or not. Raises 404 where it is neither there nor to be had back. */
export async function getPilot(rows: Repositories, queueId: string, pilotId: string, now: Date): Promise<PilotRow> {
  const pilot = isId(pilotId) ? await rows.pilots.get(pilotId) : null;
  if (pilot?.queueId !== queueId || isOver(pilot, now)) throw new ProblemError('not-found');
  return pilot;
}

/** Until when something that was deleted at this instant can be had back. */
export function restorableUntil(deletedAt: string): Date {
  return new Date(Date.parse(deletedAt) + restorableSeconds * 1000);
}

function isOver({ deletedAt }: { deletedAt: string | null }, now: Date): boolean {
  return deletedAt !== null && restorableUntil(deletedAt) <= now;
}

function gone({ deletedAt, deletedBy }: { deletedAt: string | null; deletedBy: string | null }, what: Pick<Deletion, 'what' | 'id' | 'name'>): ProblemError {
  const current: Deletion = { ...what, by: deletedBy ?? '', restorableUntil: restorableUntil(deletedAt ?? '').toISOString() };
  return new ProblemError('deleted', { current });
}
