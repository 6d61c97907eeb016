import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import { asStoreError } from './errors.ts';
import { migrate, type Look } from './migrate.ts';
import type { OpenStore } from './open-store.ts';
import { repositories } from './repositories.ts';

// Any number will do, as long as every Postern takes the same.
const lock = 7_678_836;
const longestMs = 10_000;

/** The store in a PostgreSQL database, migrated to the newest version once `look` has agreed. */
export async function openPostgresStore(url: string, look: Look = async () => {}): Promise<OpenStore> {
  const pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 5_000, query_timeout: longestMs, statement_timeout: longestMs, keepAlive: true, application_name: 'postern' });
  // A connection that breaks tells its query; without somebody who listens it would end the program, too.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db, 'postgres', look).catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });

  const watchers = new Set<() => void>();
  return {
    kind: 'postgres',
    async transaction(work) {
      let wrote = false;
      const run = async (trx: Transaction<Database>) => {
        // One after the other, whoever asks: what is read is the newest.
        await sql`select pg_advisory_xact_lock(${sql.lit(lock)})`.execute(trx);
        const result = await work(repositories(trx, 'postgres'));
        wrote = await hasWritten(trx);
        return result;
      };
      const result = await db.transaction().execute(run).catch((error: unknown) => {
        throw asStoreError(error);
      });
      if (wrote) for (const watcher of watchers) watcher();
      return result;
    },
    watch(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    close: () => db.destroy(),
  };
}

// PostgreSQL numbers a transaction when it writes for the first time.
async function hasWritten(trx: Transaction<Database>): Promise<boolean> {
  const { rows } = await sql<{ wrote: boolean }>`select pg_current_xact_id_if_assigned() is not null as wrote`.execute(trx);
  return rows[0]?.wrote === true;
}
