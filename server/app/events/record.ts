import type { Ports } from '../../ports.ts';
import type { EventRow } from '../../event-rows.ts';
import type { Repositories } from '../../store.ts';
import { newId } from '../ids.ts';

export type NewEvent = Omit<EventRow, 'id' | 'at' | 'ref' | 'check'> & { ref?: string | null; check?: string | null };

/** Adds an event to the record, in the transaction of what happened: both are kept, or neither. Its params hold no secret. */
export async function recordIn(rows: Repositories, { clock, random, log }: Ports, event: NewEvent): Promise<void> {
  await rows.events.add({ ref: null, check: null, ...event, id: newId(random), at: clock.now().toISOString() });
  log.info({ function: event.function, actor: event.actor }, event.kind);
}

/** Adds an event to the record that belongs to no change of its own. */
export function record(ports: Ports, event: NewEvent): Promise<void> {
  return ports.store.transaction((rows) => recordIn(rows, ports, event));
}
