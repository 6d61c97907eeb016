import type { Ports } from '../../ports.ts';
import type { EventRow } from '../../store.ts';
import { newId } from '../ids.ts';

/** Adds an event to the record; its params hold no secret. */
export async function record({ store, clock, random, log }: Ports, event: Omit<EventRow, 'id' | 'at'>): Promise<void> {
  await store.transaction((rows) => rows.events.add({ ...event, id: newId(random), at: clock.now().toISOString() }));
  log.info({ function: event.function, actor: event.actor }, event.kind);
}
