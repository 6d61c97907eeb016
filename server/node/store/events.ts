import type { Selectable, Transaction } from 'kysely';
import type { Params } from '../../../contract/diagnosis.ts';
import type { EventKind } from '../../../contract/events.ts';
import type { FunctionName } from '../../../contract/functions.ts';
import { placeOf, placesBehind, termsOf, wordsOfEvent } from '../../event-keys.ts';
import type { EventFilter, EventRepository, EventRow } from '../../event-rows.ts';
import type { Database } from './database.ts';
import { eventIndexOf, type Stretch } from './event-index.ts';
import type { StoreKind } from './store-kind.ts';

/** The repository of events. */
export function eventRepository(trx: Transaction<Database>, kind: StoreKind): EventRepository {
  const index = eventIndexOf(kind, trx, async (wanted) => (await rowsOf(wanted)).map((row) => ({ sequence: Number(row.sequence), words: wordsOfEvent(toEvent(row)) })));
  const rowsOf = (wanted: readonly number[]) => (wanted.length === 0 ? Promise.resolve([]) : trx.selectFrom('events').selectAll().where('sequence', 'in', wanted).orderBy('sequence', 'desc').execute());
  const readAll = async (wanted: readonly number[]) => (await rowsOf(wanted)).map(toEvent);
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
      return terms.length === 0 ? read(within(stretch), limit) : readAll(await index.find(terms, stretch, limit));
    },
    async page({ after, limit, most, ...filter }) {
      const whole = await stretchOf(filter);
      const terms = termsOf(filter);
      if (!whole) return { items: [], counted: 0, newest: 0 };
      if (terms.length === 0) {
        const { counted } = await trx.selectFrom(within(whole).select('sequence').limit(most).as('found')).select(({ fn }) => fn.countAll().as('counted')).executeTakeFirstOrThrow();
        const [newest = 0] = await newestOf(filter, whole, 1);
        return { items: await this.list({ ...filter, after, limit }), counted: Number(counted), newest };
      }
      const found = await index.find(terms, whole, Math.max(limit, most));
      const items = after === undefined ? await readAll(found.slice(0, limit)) : await this.list({ ...filter, after, limit });
      return { items, counted: Math.min(found.length, most), newest: found[0] ?? 0 };
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
      await index.deleteOldest(sequences);
      await trx.deleteFrom('events').where('sequence', 'in', sequences).execute();
      return sequences.length;
    },
  };
}

function toEvent({ id, at, kind, function: name, ref, actor, check_id: check, params: values }: Selectable<Database['events']>): EventRow {
  // They were checked when they were written, and there may be a million of them to read.
  return { id, at, kind: kind as EventKind, function: name as FunctionName | null, ref, actor, check, params: JSON.parse(values) as Params };
}
