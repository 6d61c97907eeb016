import type { EventFilter, EventRow } from '../../event-rows.ts';
import type { Store } from '../../store.ts';

const atOnce = 500;

/** The events that fit, the newest first, some hundreds at a time: each time in a transaction of its own, so that nobody waits and little is held, whatever there is. What is recorded meanwhile is not among them. */
export async function* readEvents(store: Store, filter: EventFilter): AsyncGenerator<EventRow[]> {
  let after: string | undefined;
  for (;;) {
    const page = await store.transaction((rows) => rows.events.list({ ...filter, after, limit: atOnce }));
    if (page.length > 0) yield page;
    if (page.length < atOnce) return;
    after = page.at(-1)?.id;
  }
}
