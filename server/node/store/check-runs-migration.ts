import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { counted } from './counted.ts';
import type { StoreKind } from './store-kind.ts';

/** Runs of Check everything, with what each checks. */
export function checkRuns(kind: StoreKind): Migration {
  return {
    // Kysely migrates SQLite without a transaction: what was half done is done again.
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('check_runs')
        .ifNotExists()
        .addColumn('sequence', 'integer', counted(kind))
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('row', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('check_run_items')
        .ifNotExists()
        .addColumn('run_id', 'text', (column) => column.notNull().references('check_runs.id').onDelete('cascade'))
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('row', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('check_run_items_key', ['run_id', 'position'])
        .execute();
      await db.schema.createIndex('check_run_items_by_state').ifNotExists().on('check_run_items').columns(['run_id', 'state', 'position']).execute();
    },
  };
}
