import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { administrators } from './accounts-migration.ts';
import { checkRuns } from './check-runs-migration.ts';
import { contactCenter } from './contact-center-migration.ts';
import { counted } from './counted.ts';
import { eventLog } from './events-migration.ts';
import { notices } from './notices-migration.ts';
import { protocols } from './protocols-migration.ts';
import { renewals } from './renewals-migration.ts';
import type { StoreKind } from './store-kind.ts';

/** Every migration there ever was, by name; their order is the alphabet's. None is changed once it has landed. */
export function migrationsFor(kind: StoreKind): Record<string, Migration> {
  return {
    '0001-first-tables': firstTables(kind),
    '0002-secrets': secrets,
    '0003-hints-and-automatic-checks': hintsAndAutomaticChecks,
    '0004-mailbox-results': mailboxResults,
    '0005-contact-center': contactCenter(kind),
    '0006-event-log': eventLog(kind),
    '0007-protocols': protocols(kind),
    '0008-check-runs': checkRuns(kind),
    '0009-renewals': renewals(kind),
    '0010-notices': notices(kind),
    '0011-administrators': administrators(kind),
  };
}

const secrets: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('secrets')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addColumn('bound_to', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'text', (column) => column.notNull())
      .execute();
  },
};

const hintsAndAutomaticChecks: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('secrets').addColumn('hint', 'text').execute();
    await db.schema.alterTable('checks').addColumn('automatic', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  },
};

const mailboxResults: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('check_results')
      .addColumn('check_id', 'text', (column) => column.notNull().references('checks.id').onDelete('cascade'))
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('row', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('check_results_key', ['check_id', 'position'])
      .execute();
  },
};

function firstTables(kind: StoreKind): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('accounts')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('username', 'text', (column) => column.notNull())
        .addColumn('username_key', 'text', (column) => column.notNull().unique())
        .addColumn('email', 'text')
        .addColumn('role', 'text', (column) => column.notNull())
        .addColumn('language', 'text', (column) => column.notNull())
        .addColumn('password_hash', 'text', (column) => column.notNull())
        .addColumn('must_change_password', 'integer', (column) => column.notNull())
        .addColumn('disabled', 'integer', (column) => column.notNull())
        .addColumn('created_at', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('sessions')
        .addColumn('token_hash', 'text', (column) => column.primaryKey())
        .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.id').onDelete('cascade'))
        .addColumn('created_at', 'text', (column) => column.notNull())
        .addColumn('last_seen_at', 'text', (column) => column.notNull())
        .addColumn('expires_at', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('settings')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .addColumn('version', 'text', (column) => column.notNull())
        .addColumn('changed_at', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('sign_ins')
        .addColumn('function', 'text', (column) => column.primaryKey())
        .addColumn('row', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('checks')
        .addColumn('sequence', 'integer', counted(kind))
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('function', 'text', (column) => column.notNull())
        .addColumn('draft', 'integer', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('row', 'text', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('events')
        .addColumn('sequence', 'integer', counted(kind))
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('function', 'text')
        .addColumn('actor', 'text')
        .addColumn('params', 'text', (column) => column.notNull().defaultTo(sql`'{}'`))
        .execute();
    },
  };
}
