import type { Selectable, Transaction } from 'kysely';
import { event } from '../../../contract/events.ts';
import { functionName } from '../../../contract/functions.ts';
import { params } from '../../../contract/diagnosis.ts';
import { placeOf, placesBehind, termsOf, wordsOfEvent } from '../../event-keys.ts';
import type { EventFilter, EventRepository, EventRow } from '../../event-rows.ts';
import type { Database } from './database.ts';
import { eventIndexOf, type Stretch } from './event-index.ts';
import type { StoreKind } from './store-kind.ts';

/** The repository of events. */
export function eventRepository(trx: Transaction<Database>, kind: StoreKind): EventRepository {
  const index = eventIndexOf(kind, trx);
  const within = ({ from, before }: Stretch) => trx.selectFrom('events').where('sequence', '>=', from).where('sequence', '<', before);
  const sequenceOf = async (id: string): Promise<number | null> => {
    const found = await trx.selectFrom('events').select('sequence').where('id', '=', id).executeTakeFirst();
    return found ? Number(found.sequence) : null;
  };
  // Null where the event is gone that it goes on after.
  const stretchOf = async ({ from, to, after }: EventFilter & { after?: string | undefined }): Promise<Stretch | null> => {
    const end = after === undefined ? Number.MAX_SAFE_INTEGER : await sequenceOf(after);
    if (end === null) return null;
    return { from: from === undefined ? 0 : placeOf(from), before: to === undefined ? end : Math.min(end, placeOf(to)) };
  };
  const newestOf = async (filter: EventFilter, stretch: Stretch, limit: number): Promise<number[]> => {
    const terms = termsOf(filter);
    if (terms.length > 0) return index.find(terms, stretch, limit);
    const found = await within(stretch).select('sequence').orderBy('sequence', 'desc').limit(limit).execute();
    return found.map(({ sequence }) => Number(sequence));
  };
  const read = async (rows: ReturnType<typeof within>, limit: number) => (await rows.selectAll().orderBy('sequence', 'desc').limit(limit).execute()).map(toEvent);
  return {
    async add(row) {
      const place = placeOf(row.at);
      const { last } = await within({ from: place, before: place + placesBehind }).select(({ fn }) => fn.max('sequence').as('last')).executeTakeFirstOrThrow();
      const sequence = last === null ? place : Number(last) + 1;
      const { check, params: values, ...rest } = row;
      await trx.insertInto('events').values({ ...rest, sequence, check_id: check, params: JSON.stringify(values) }).execute();
      await index.add([{ sequence, words: wordsOfEvent(row) }]);
    },
    async get(id) {
      const found = await trx.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirst();
      return found ? toEvent(found) : null;
    },
    async list({ limit, ...filter }) {
      const stretch = await stretchOf(filter);
      if (!stretch) return [];
      const terms = termsOf(filter);
      if (terms.length === 0) return read(within(stretch), limit);
      const found = await index.find(terms, stretch, limit);
      return found.length === 0 ? [] : read(trx.selectFrom('events').where('sequence', 'in', found), limit);
    },
    async count(filter, most) {
      const stretch = await stretchOf(filter);
      const terms = termsOf(filter);
      if (!stretch) return 0;
      if (terms.length > 0) return index.count(terms, stretch, most);
      const counted = trx.selectFrom(within(stretch).select('sequence').limit(most).as('counted'));
      return Number((await counted.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow()).count);
    },
    async newest(filter) {
      const stretch = await stretchOf(filter);
      const [sequence = 0] = stretch ? await newestOf(filter, stretch, 1) : [];
      return sequence;
    },
    async olderBy(count, after) {
      const stretch = await stretchOf(after === null ? {} : { after });
      if (!stretch) return null;
      const found = await within(stretch).select('id').orderBy('sequence', 'desc').limit(1).offset(count).executeTakeFirst();
      return found?.id ?? null;
    },
    async prune(what, most) {
      const end = 'before' in what ? placeOf(what.before) - 1 : await sequenceOf(what.upTo);
      if (end === null) return 0;
      const old = await trx.selectFrom('events').select('sequence').where('sequence', '<=', end).orderBy('sequence').limit(most).execute();
      const sequences = old.map(({ sequence }) => Number(sequence));
      if (sequences.length === 0) return 0;
      await index.delete(sequences);
      await trx.deleteFrom('events').where('sequence', 'in', sequences).execute();
      return sequences.length;
    },
  };
}

function toEvent({ id, at, kind, function: name, ref, actor, check_id: check, params: values }: Selectable<Database['events']>): EventRow {
  return { id, at, kind: event.shape.kind.parse(kind), function: name === null ? null : functionName.parse(name), ref, actor, check, params: params.parse(JSON.parse(values)) };
}
