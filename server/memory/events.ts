import { hasTerm, placeOf, placesBehind, termsOf, wordsOfEvent } from '../event-keys.ts';
import type { EventFilter, EventRepository, EventRow } from '../event-rows.ts';

// All of it is one value in the browser's storage.
const kept = 1000;

/** An event with its place; one of a former version has none. */
export type StoredEvent = EventRow & { place?: number };

/** The repository of events over the table, the oldest first. */
export function eventRepository(tables: { events: StoredEvent[] }, copy: <T>(value: T) => T): EventRepository {
  const row = ({ place: _place, ...event }: StoredEvent): EventRow => copy({ ...event, ref: event.ref ?? null, check: event.check ?? null });
  const place = (event: StoredEvent) => event.place ?? placeOf(event.at);
  const newestFirst = () => tables.events.toReversed();
  const find = (filter: EventFilter) => {
    const terms = termsOf(filter);
    const [from, to] = [filter.from === undefined ? -Infinity : placeOf(filter.from), filter.to === undefined ? Infinity : placeOf(filter.to)];
    return newestFirst().filter((event) => {
      if (place(event) < from || place(event) >= to) return false;
      const words = terms.length > 0 ? wordsOfEvent(event) : [];
      return terms.every((term) => hasTerm(words, term));
    });
  };
  const olderThan = (events: StoredEvent[], after: string | null | undefined) => {
    if (after === null || after === undefined) return events;
    const at = tables.events.find(({ id }) => id === after);
    return at ? events.filter((event) => place(event) < place(at)) : [];
  };
  return {
    async add(event) {
      const wanted = placeOf(event.at);
      const near = tables.events.map(place).filter((one) => one >= wanted && one < wanted + placesBehind);
      const added = { ...copy(event), place: near.reduce((last, one) => Math.max(last, one + 1), wanted) };
      tables.events = [...tables.events, added].sort((a, b) => place(a) - place(b)).slice(-kept);
    },
    async get(id) {
      const found = tables.events.find((event) => event.id === id);
      return found ? row(found) : null;
    },
    list: async ({ after, limit, ...filter }) => olderThan(find(filter), after).slice(0, limit).map(row),
    async page({ after, limit, most, ...filter }) {
      const found = find(filter);
      return { items: olderThan(found, after).slice(0, limit).map(row), counted: Math.min(found.length, most), newest: found[0] ? place(found[0]) : 0 };
    },
    async newest(filter) {
      const [first] = find(filter);
      return first ? place(first) : 0;
    },
    olderBy: async (count, after) => olderThan(newestFirst(), after)[count]?.id ?? null,
    async prune(what, most) {
      const upTo = 'upTo' in what ? tables.events.find(({ id }) => id === what.upTo) : undefined;
      const isOld = (event: StoredEvent) => ('before' in what ? place(event) < placeOf(what.before) : upTo !== undefined && place(event) <= place(upTo));
      const old = tables.events.filter(isOld).slice(0, most);
      tables.events = tables.events.filter((event) => !old.includes(event));
      return old.length;
    },
  };
}
