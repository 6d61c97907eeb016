import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { StoreKind } from './store-kind.ts';

/** What an account's administrators see of it, and the passwords that were tried. */
export function administrators(kind: StoreKind): Migration {
  // What is sorted or compared goes by bytes, whatever language the database was made for.
  const key = kind === 'sqlite' ? 'text' : sql`text collate "C"`;
  return {
    // Kysely migrates SQLite without a transaction: what was half done is done again.
    async up(db: Kysely<unknown>) {
      const accounts = (await db.introspection.getTables()).find(({ name }) => name === 'accounts');
      const has = (column: string) => accounts?.columns.some(({ name }) => name === column) ?? false;
      const { schema } = db;
      if (!has('version')) await schema.alterTable('accounts').addColumn('version', 'integer', (column) => column.notNull().defaultTo(1)).execute();
      if (!has('password_changed_at')) await schema.alterTable('accounts').addColumn('password_changed_at', 'text').execute();
      if (!has('last_sign_in_at')) await schema.alterTable('accounts').addColumn('last_sign_in_at', 'text').execute();
      await schema
        .createTable('tries')
        .ifNotExists()
        .addColumn('account', 'text', (column) => column.notNull())
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('wrong', 'integer', (column) => column.notNull())
        .addColumn('at', key, (column) => column.notNull())
        .addColumn('until', 'text')
        .addColumn('good_at', key)
        .addPrimaryKeyConstraint('tries_key', ['account', 'source'])
        .execute();
      await schema.createIndex('tries_by_age').ifNotExists().on('tries').column('at').execute();
    },
  };
}
