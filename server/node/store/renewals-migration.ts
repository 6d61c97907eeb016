import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { StoreKind } from './store-kind.ts';

/** Renewals of client secrets, and who takes part in each. */
export function renewals(kind: StoreKind): Migration {
  const key = kind === 'sqlite' ? 'text' : sql`text collate "C"`;
  return {
    // Kysely migrates SQLite without a transaction: what was half done is done again.
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('renewals')
        .ifNotExists()
        .addColumn('id', key, (column) => column.primaryKey())
        .addColumn('row', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('renewal_uses')
        .ifNotExists()
        .addColumn('renewal_id', key, (column) => column.notNull().references('renewals.id').onDelete('cascade'))
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('source', key, (column) => column.notNull())
        .addColumn('state', key, (column) => column.notNull())
        .addColumn('row', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('renewal_uses_key', ['renewal_id', 'position'])
        .execute();
      await db.schema.createIndex('renewal_uses_by_source').ifNotExists().on('renewal_uses').columns(['source']).execute();
    },
  };
}
