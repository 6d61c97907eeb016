import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Store } from '../../ports.ts';
import type { Database } from './database.ts';
import { migrations } from './migrations.ts';
import { repositories } from './repositories.ts';

/** The embedded store in one file, migrated to the newest version. Each transaction is on the disk when it resolves. */
export async function openSqliteStore(file: string): Promise<Store & { close(): Promise<void> }> {
  const sqlite = new DatabaseSync(file);
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON');
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: asKysely(sqlite) }) });
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  if (error) throw error;

  const watchers = new Set<() => void>();
  let last: Promise<unknown> = Promise.resolve();
  const changes = () => Number(sqlite.prepare('select total_changes() as count').get()?.['count']);
  return {
    kind: 'sqlite',
    transaction(work) {
      // One after the other: there is one connection, and what is read must be the newest.
      const run = last.then(async () => {
        const before = changes();
        const result = await db.transaction().execute((trx) => work(repositories(trx)));
        if (changes() !== before) for (const watcher of watchers) watcher();
        return result;
      });
      last = run.catch(() => {});
      return run;
    },
    watch(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    async close() {
      await last;
      await db.destroy();
    },
  };
}

// node:sqlite as Kysely's own dialect wants it.
function asKysely(sqlite: DatabaseSync): SqliteDatabase {
  return {
    close: () => sqlite.close(),
    prepare(text) {
      const statement = sqlite.prepare(text);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}
