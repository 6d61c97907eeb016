import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { wordsOfEvent } from '../../event-keys.ts';
import type { EventRow } from '../../event-rows.ts';
import { eventIndexOf } from './event-index.ts';
import type { StoreKind } from './store-kind.ts';

interface Former {
  events_before: { sequence: number; id: string; at: string; kind: string; function: string | null; ref: string | null; actor: string | null; params: string };
  events: Former['events_before'];
}

const atOnce = 500;

/** Events are numbered by their time, know their check, and are found by their words. */
export function eventLog(kind: StoreKind): Migration {
  return {
    async up(db: Kysely<unknown>) {
      if (kind === 'postgres') return change(db, kind);
      // Kysely migrates SQLite without a transaction, and half of this would be no database of any version.
      await sql`begin`.execute(db);
      try {
        await change(db, kind);
        await sql`commit`.execute(db);
      } catch (error) {
        await sql`rollback`.execute(db);
        throw error;
      }
    },
  };
}

async function change(db: Kysely<unknown>, kind: StoreKind): Promise<void> {
  const key = kind === 'sqlite' ? 'text' : sql`text collate "C"`;
  await db.schema.alterTable('events').renameTo('events_before').execute();
  await db.schema
    .createTable('events')
    .addColumn('sequence', kind === 'sqlite' ? 'integer' : 'bigint', (column) => column.primaryKey())
    .addColumn('id', key, (column) => column.notNull())
    .addColumn('at', key, (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('function', 'text')
    .addColumn('ref', 'text')
    .addColumn('actor', 'text')
    .addColumn('check_id', 'text')
    .addColumn('params', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('events_by_id').unique().on('events').column('id').execute();
  for (const statement of createIndex[kind]) await sql.raw(statement).execute(db);
  await takeOver(db as Kysely<Former>, kind);
  await db.schema.dropTable('events_before').execute();
}

// SQLite's FTS5 keeps no text besides the index; its tokens are the words, which blanks separate. Which words there are is kept beside it: it tells that only by counting the events of each.
const createIndex: Record<StoreKind, string[]> = {
  sqlite: [
    `create virtual table event_words using fts5(words, content='', contentless_delete=1, detail=none, prefix='3 4 5', tokenize='ascii')`,
    'create table event_vocabulary (word text primary key) without rowid',
  ],
  postgres: [
    'create table event_words (sequence bigint primary key references events(sequence) on delete cascade, words tsvector not null)',
    'create index event_words_by_word on event_words using gin (words)',
  ],
};

async function takeOver(db: Kysely<Former>, kind: StoreKind): Promise<void> {
  const index = eventIndexOf(kind, db, async () => []);
  const used = new Set<number>();
  let last = 0;
  for (;;) {
    const rows = await db.selectFrom('events_before').selectAll().where('sequence', '>', last).orderBy('sequence').limit(atOnce).execute();
    const moved = rows.map((row) => {
      let sequence = (Date.parse(row.at) || 0) * 1000;
      while (used.has(sequence)) sequence++;
      used.add(sequence);
      return { ...row, sequence };
    });
    if (moved.length > 0) {
      await db.insertInto('events').values(moved).execute();
      await index.add(moved.map((row) => ({ sequence: row.sequence, words: wordsOfEvent({ ...row, check: null, params: JSON.parse(row.params) } as EventRow) })));
    }
    last = rows.at(-1)?.sequence ?? last;
    if (rows.length < atOnce) return;
  }
}
