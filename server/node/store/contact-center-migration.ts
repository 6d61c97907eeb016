import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { StoreKind } from './store-kind.ts';

/** Queues and pilots; which of them a check or an event is of. */
export function contactCenter(kind: StoreKind): Migration {
  // What is sorted or compared goes by bytes, whatever language the database was made for.
  const key = kind === 'sqlite' ? 'text' : sql`text collate "C"`;
  const deletable = <Table extends string, Column extends string>(table: CreateTableBuilder<Table, Column>) =>
    table
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('changed_at', key, (column) => column.notNull())
      .addColumn('deleted_at', key)
      .addColumn('deleted_by', 'text');
  return {
    async up(db: Kysely<unknown>) {
      await deletable(
        db.schema
          .createTable('queues')
          .addColumn('id', key, (column) => column.primaryKey())
          .addColumn('name', 'text', (column) => column.notNull())
          .addColumn('number', 'text', (column) => column.notNull())
          .addColumn('name_key', key, (column) => column.notNull())
          .addColumn('number_key', key, (column) => column.notNull())
          .addColumn('search', key, (column) => column.notNull()),
      ).execute();
      await deletable(
        db.schema
          .createTable('pilots')
          .addColumn('id', key, (column) => column.primaryKey())
          .addColumn('queue_id', key, (column) => column.notNull().references('queues.id').onDelete('cascade'))
          .addColumn('type', 'text', (column) => column.notNull())
          .addColumn('name', 'text', (column) => column.notNull())
          .addColumn('number', 'text', (column) => column.notNull())
          .addColumn('email', 'text'),
      )
        .addColumn('standing', 'text')
        .addColumn('sort_key', key, (column) => column.notNull())
        .addColumn('search', key, (column) => column.notNull())
        .addColumn('mailbox_key', key)
        .addColumn('application_key', key)
        .addColumn('secret_ends', key)
        .addColumn('result', 'text')
        .addColumn('started_at', key)
        .addColumn('due_at', key)
        .execute();
      await db.schema.alterTable('checks').addColumn('ref', 'text').execute();
      await db.schema.alterTable('events').addColumn('ref', 'text').execute();

      const indexes: Record<string, [table: string, columns: string[]]> = {
        queues_by_number: ['queues', ['number']],
        queues_by_deletion: ['queues', ['deleted_at']],
        // All that the health of a queue is made of.
        pilots_of_queue: ['pilots', ['queue_id', 'deleted_at', 'type', 'changed_at', 'result', 'started_at', 'secret_ends']],
        pilots_by_number: ['pilots', ['number']],
        pilots_by_mailbox: ['pilots', ['mailbox_key']],
        pilots_by_application: ['pilots', ['application_key']],
        pilots_by_due: ['pilots', ['due_at', 'id']],
        checks_of_function: ['checks', ['function', 'ref', 'sequence']],
        checks_by_state: ['checks', ['state', 'sequence']],
      };
      for (const [name, [table, columns]] of Object.entries(indexes)) await db.schema.createIndex(name).on(table).columns(columns).execute();
    },
  };
}
