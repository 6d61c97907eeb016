import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { counted } from './counted.ts';
import type { StoreKind } from './store-kind.ts';

/** What notices are made of, and those that are still to be sent. */
export function notices(kind: StoreKind): Migration {
  // What is sorted or compared goes by bytes, whatever language the database was made for.
  const key = kind === 'sqlite' ? 'text' : sql`text collate "C"`;
  return {
    // Kysely migrates SQLite without a transaction: what was half done is done again.
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('notice_standings')
        .ifNotExists()
        .addColumn('function', key, (column) => column.notNull())
        .addColumn('ref', key, (column) => column.notNull())
        .addColumn('pending', key)
        .addColumn('pending_group', key)
        .addColumn('pending_at', key)
        .addColumn('row', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('notice_standings_key', ['function', 'ref'])
        .execute();
      await db.schema.createIndex('notice_standings_pending').ifNotExists().on('notice_standings').columns(['pending', 'pending_group', 'pending_at']).execute();
      await db.schema
        .createTable('notice_ends')
        .ifNotExists()
        .addColumn('function', key, (column) => column.notNull())
        .addColumn('ref', key, (column) => column.notNull())
        .addColumn('what', key, (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('days', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('notice_ends_key', ['function', 'ref', 'what'])
        .execute();
      await db.schema
        .createTable('notice_deliveries')
        .ifNotExists()
        .addColumn('sequence', 'integer', counted(kind))
        .addColumn('id', key, (column) => column.notNull())
        .addColumn('channel', key, (column) => column.notNull())
        .addColumn('next_at', key, (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('done', 'text', (column) => column.notNull())
        .addColumn('code', 'text')
        .addColumn('notice', 'text', (column) => column.notNull())
        .addUniqueConstraint('notice_deliveries_key', ['id', 'channel'])
        .execute();
      await db.schema.createIndex('notice_deliveries_next').ifNotExists().on('notice_deliveries').columns(['channel', 'next_at', 'sequence']).execute();
    },
  };
}
