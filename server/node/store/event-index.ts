import { sql, type QueryExecutorProvider, type RawBuilder } from 'kysely';
import type { Term } from '../../event-keys.ts';
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
  /** How many of them there are, `most` at most. */
  count(terms: readonly Term[], stretch: Stretch, most: number): Promise<number>;
  delete(sequences: readonly number[]): Promise<void>;
}

// What a prefix stands for is looked up where these are few words: they are found one by one, as far as a page goes, where a prefix is gathered whole.
const mostForms = 200;
// What is frequent is found among so many of the newest, and the rest is rare enough to be gathered.
const looked = 20_000;

/** The index of this kind of database. */
export function eventIndexOf(kind: StoreKind, db: QueryExecutorProvider): EventIndex {
  return kind === 'sqlite' ? sqliteIndex(db) : postgresIndex(db);
}

function sqliteIndex(db: QueryExecutorProvider): EventIndex {
  const match = async (terms: readonly Term[]): Promise<string> => {
    const parts: string[] = [];
    for (const term of terms) {
      const forms = 'any' in term ? term.any : await formsOf(term.prefix);
      parts.push(forms === null && 'prefix' in term ? `"${term.prefix}" *` : `(${(forms ?? []).map((word) => `"${word}"`).join(' OR ')})`);
    }
    return parts.join(' AND ');
  };
  // Null where they are too many.
  const formsOf = async (prefix: string): Promise<string[] | null> => {
    const { rows } = await sql<{ term: string }>`select term from event_vocabulary where term >= ${prefix} and term < ${`${prefix}\u{10ffff}`} limit ${mostForms + 1}`.execute(db);
    return rows.length > mostForms ? null : rows.map(({ term }) => term);
  };
  const found = async (terms: readonly Term[], { from, before }: Stretch, limit: number) => {
    const words = await match(terms);
    // Nothing begins so.
    if (words.split(' AND ').includes('()')) return null;
    return sql`select rowid as sequence from event_words where event_words match ${words} and rowid >= ${from} and rowid < ${before} order by rowid desc limit ${limit}`;
  };
  return {
    async add(events) {
      await sql`insert into event_words (rowid, words) values ${sql.join(events.map(({ sequence, words }) => sql`(${sequence}, ${words.join(' ')})`))}`.execute(db);
    },
    async find(terms, stretch, limit) {
      return sequences(db, await found(terms, stretch, limit));
    },
    async count(terms, stretch, most) {
      return counted(db, await found(terms, stretch, most));
    },
    async delete(gone) {
      if (gone.length > 0) await sql`delete from event_words where rowid in (${sql.join(gone)})`.execute(db);
    },
  };
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
    async count(terms, stretch, most) {
      if (isImpossible(terms)) return 0;
      const near = await counted(db, amongNewest(terms, stretch, most));
      return near === most ? near : counted(db, gathered(terms, stretch, most));
    },
    // They go with their events.
    delete: async () => {},
  };
}

async function sequences(db: QueryExecutorProvider, query: RawBuilder<unknown> | null): Promise<number[]> {
  if (!query) return [];
  const { rows } = await sql<{ sequence: number | string }>`${query}`.execute(db);
  return rows.map(({ sequence }) => Number(sequence));
}

async function counted(db: QueryExecutorProvider, query: RawBuilder<unknown> | null): Promise<number> {
  if (!query) return 0;
  const { rows } = await sql<{ count: number | string }>`select count(*) as count from (${query}) counted`.execute(db);
  return Number(rows[0]?.count ?? 0);
}
