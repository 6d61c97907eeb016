import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { counted } from './counted.ts';
import type { StoreKind } from './store-kind.ts';

/** What the functions said to the world. */
export function protocols(kind: StoreKind): Migration {
  // What is sorted or compared goes by bytes, whatever language the database was made for.
  const key = kind === 'sqlite' ? 'text' : sql`text collate "C"`;
  return {
    // Kysely migrates SQLite without a transaction: what was half done is done again.
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('protocols')
        .ifNotExists()
        .addColumn('sequence', 'integer', counted(kind))
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('at', key, (column) => column.notNull())
        .addColumn('source', key, (column) => column.notNull())
        .addColumn('function', key, (column) => column.notNull())
        .addColumn('ref', 'text')
        .addColumn('check_id', 'text')
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('text', 'text', (column) => column.notNull())
        .addColumn('bytes', 'integer', (column) => column.notNull())
        .execute();
      // They hold the sizes, so that counting reads no text.
      await db.schema.createIndex('protocols_of_function').ifNotExists().on('protocols').columns(['source', 'function', 'at', 'sequence', 'bytes']).execute();
      await db.schema.createIndex('protocols_by_age').ifNotExists().on('protocols').columns(['at', 'sequence', 'bytes']).execute();
    },
  };
}
