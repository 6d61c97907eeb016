import { sql, type QueryExecutorProvider, type RawBuilder } from 'kysely';
import { hasTerm, isFacet, type Term } from '../../event-keys.ts';
import type { StoreKind } from './store-kind.ts';

/** Of the events between two places: from the first one on, and before the second one. */
export interface Stretch {
  from: number;
  before: number;
}

/** An event's place, and what it is found by. */
export interface Indexed {
  sequence: number;
  words: readonly string[];
}

/** Finds events by their words: what each kind of database has for it. */
export interface EventIndex {
  add(events: readonly Indexed[]): Promise<void>;
  /** Those that have all terms, the newest first. */
  find(terms: readonly Term[], stretch: Stretch, limit: number): Promise<number[]>;
  /** The oldest ones, up to the last of these; their events are there until this is done. */
  deleteOldest(sequences: readonly number[]): Promise<void>;
}

// What a prefix stands for is looked up where these are few words: they are found one by one, as far as a page goes, where a prefix is gathered whole.
const mostForms = 200;
// So few that it is quicker to look at them than for them among what is frequent.
const few = 1_000;
// What is frequent is found among so many of the newest, and the rest is rare enough to be gathered.
const looked = 20_000;

/** The index of this kind of database; `read` answers what events are found by. */
export function eventIndexOf(kind: StoreKind, db: QueryExecutorProvider, read: (sequences: readonly number[]) => Promise<Indexed[]>): EventIndex {
  return kind === 'sqlite' ? sqliteIndex(db, read) : postgresIndex(db);
}

function sqliteIndex(db: QueryExecutorProvider, read: (sequences: readonly number[]) => Promise<Indexed[]>): EventIndex {
  const match = (text: string, { from, before }: Stretch, limit: number) =>
    sequences(db, sql`select rowid as sequence from event_words where event_words match ${text} and rowid >= ${from} and rowid < ${before} order by rowid desc limit ${limit}`);
  // Null where nothing begins so.
  const textOf = async (term: Term): Promise<string | null> => {
    if ('any' in term) return anyOf(term.any);
    const { rows } = await sql<{ word: string }>`select word from event_vocabulary where word >= ${term.prefix} and word < ${`${term.prefix}\u{10ffff}`} limit ${mostForms + 1}`.execute(db);
    return rows.length > mostForms ? `"${term.prefix}" *` : anyOf(rows.map(({ word }) => word));
  };
  return {
    async add(events) {
      const words = wordsOf(events);
      if (words.length > 0) await sql`insert or ignore into event_vocabulary (word) values ${sql.join(words.map((word) => sql`(${word})`))}`.execute(db);
      await sql`insert into event_words (rowid, words) values ${sql.join(events.map((event) => sql`(${event.sequence}, ${event.words.join(' ')})`))}`.execute(db);
    },
    async find(terms, stretch, limit) {
      const texts: string[] = [];
      for (const term of terms) {
        const text = await textOf(term);
        if (text === null) return [];
        texts.push(text);
      }
      let rarest: number[] | null = null;
      for (const text of texts.length > 1 ? texts : []) {
        const found = await match(text, stretch, few + 1);
        if (found.length <= few && found.length < (rarest?.length ?? Infinity)) rarest = found;
      }
      if (rarest === null) return match(texts.join(' AND '), stretch, limit);
      const fitting = (await read(rarest)).filter(({ words }) => terms.every((term) => hasTerm(words, term)));
      return fitting.map(({ sequence }) => sequence).sort((a, b) => b - a).slice(0, limit);
    },
    async deleteOldest(gone) {
      const words = wordsOf(await read(gone));
      await sql`delete from event_words where rowid in (${sql.join(gone)})`.execute(db);
      if (words.length === 0) return;
      // Who still has a word is newer than the last that goes: so those that are deleted, but not yet out of the index, are not looked at.
      const last = Math.max(...gone);
      await sql`delete from event_vocabulary where word in (${sql.join(words)}) and not exists (select 1 from event_words where event_words match '"' || event_vocabulary.word || '"' and rowid > ${last})`.execute(db);
    },
  };
}

function wordsOf(events: readonly Indexed[]): string[] {
  return [...new Set(events.flatMap(({ words }) => words.filter((word) => !isFacet(word))))];
}

function anyOf(words: readonly string[]): string | null {
  return words.length === 0 ? null : `(${words.map((word) => `"${word}"`).join(' OR ')})`;
}

function postgresIndex(db: QueryExecutorProvider): EventIndex {
  // A word of ours is a lexeme as it is: letters and digits, nothing that would have to be quoted.
  const queryOf = (terms: readonly Term[]) => terms.map((term) => ('any' in term ? `(${term.any.map((word) => `'${word}'`).join(' | ')})` : `'${term.prefix}':*`)).join(' & ');
  const isImpossible = (terms: readonly Term[]) => terms.some((term) => 'any' in term && term.any.length === 0);
  const amongNewest = (terms: readonly Term[], { from, before }: Stretch, limit: number) =>
    sql`select sequence from (select sequence, words from event_words where sequence >= ${from} and sequence < ${before} order by sequence desc limit ${looked}) newest where words @@ ${queryOf(terms)}::tsquery order by sequence desc limit ${limit}`;
  const gathered = (terms: readonly Term[], { from, before }: Stretch, limit: number) =>
    sql`with found as materialized (select sequence from event_words where words @@ ${queryOf(terms)}::tsquery and sequence >= ${from} and sequence < ${before}) select sequence from found order by sequence desc limit ${limit}`;
  return {
    async add(events) {
      await sql`insert into event_words (sequence, words) values ${sql.join(events.map(({ sequence, words }) => sql`(${sequence}, array_to_tsvector(${words}::text[]))`))}`.execute(db);
    },
    async find(terms, stretch, limit) {
      if (isImpossible(terms)) return [];
      const near = await sequences(db, amongNewest(terms, stretch, limit));
      return near.length === limit ? near : sequences(db, gathered(terms, stretch, limit));
    },
    // They go with their events.
    deleteOldest: async () => {},
  };
}

async function sequences(db: QueryExecutorProvider, query: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await sql<{ sequence: number | string }>`${query}`.execute(db);
  return rows.map(({ sequence }) => Number(sequence));
}
