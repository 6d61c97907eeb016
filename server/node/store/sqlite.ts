import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase } from 'kysely';
import type { Database } from './database.ts';
import { asStoreError } from './errors.ts';
import { migrate, type Look } from './migrate.ts';
import type { OpenStore } from './open-store.ts';
import { repositories } from './repositories.ts';

const mostPrepared = 100;

/** The embedded store in one file, migrated to the newest version once `look` has agreed. Each transaction is on the disk when it resolves. */
export async function openSqliteStore(file: string, look: Look = async () => {}): Promise<OpenStore> {
  const sqlite = new DatabaseSync(file);
  let failure: unknown = null;
  const adapter = asKysely(sqlite, (error) => {
    failure ??= error;
  });
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: adapter }) });
  try {
    sqlite.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY');
    await migrate(db, 'sqlite', look);
  } catch (error) {
    await db.destroy();
    throw error;
  }

  const watchers = new Set<() => void>();
  let last: Promise<unknown> = Promise.resolve();
  const counted = sqlite.prepare('select total_changes() as count');
  const changes = () => Number(counted.get()?.['count']);
  return {
    kind: 'sqlite',
    transaction(work) {
      // One after the other: there is one connection, and what is read must be the newest.
      const run = last.then(async () => {
        const before = changes();
        failure = null;
        // Where the disk is full SQLite has rolled back already, and Kysely's own attempt hides the reason.
        const result = await db.transaction().execute((trx) => work(repositories(trx, 'sqlite'))).catch((error: unknown) => {
          throw asStoreError(isRollbackFailure(error) ? failure : error);
        });
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

function isRollbackFailure(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('cannot rollback');
}

// node:sqlite as Kysely's own dialect wants it.
function asKysely(sqlite: DatabaseSync, failed: (error: unknown) => void): SqliteDatabase {
  const noting = <Value>(work: () => Value): Value => {
    try {
      return work();
    } catch (error) {
      failed(error);
      throw error;
    }
  };
  // To prepare a statement takes longer than to run it; the one used longest ago makes room.
  const prepared = new Map<string, StatementSync>();
  const prepare = (text: string): StatementSync => {
    const statement = prepared.get(text) ?? sqlite.prepare(text);
    prepared.delete(text);
    prepared.set(text, statement);
    if (prepared.size > mostPrepared) prepared.delete(prepared.keys().next().value ?? '');
    return statement;
  };
  return {
    close: () => sqlite.close(),
    prepare(text) {
      const statement = prepare(text);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => noting(() => statement.all(...values(parameters))),
        run: (parameters) => {
          // The last row's number is told with it, and those of a search index are beyond JavaScript's numbers.
          statement.setReadBigInts(true);
          return noting(() => statement.run(...values(parameters)));
        },
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}
