import fs from 'node:fs';
import path from 'node:path';
import { Confidential } from '../confidential.ts';
import type { Secrets } from '../ports.ts';
import type { NodeConfig } from './config.ts';
import { makeKey, readKey } from './key-file.ts';
import { createSecrets } from './secrets.ts';
import { StartFailure } from './start-failure.ts';
import { keyCheckName, NewerStore, type Found, type Look } from './store/migrate.ts';
import type { OpenStore } from './store/open-store.ts';
import { openSqliteStore } from './store/sqlite.ts';

export interface Data {
  store: OpenStore;
  secrets: Secrets;
}

/** Where the data are, for people: the folder, or the database without its password. */
export function placeOfData({ data, databaseUrl }: NodeConfig): string {
  return databaseUrl ? `PostgreSQL ${databaseUrl.host}${databaseUrl.pathname}` : data;
}

/** The embedded store's file. */
export function sqliteFile({ data }: NodeConfig): string {
  return path.join(data, 'postern.sqlite');
}

/** Opens store and key, which belong together; `mayBeNew`: makes both where there is nothing yet. Raises `StartFailure`, and has changed nothing then. */
export async function openData(config: NodeConfig, { mayBeNew = true }: { mayBeNew?: boolean } = {}): Promise<Data> {
  const { keyFile, databaseUrl } = config;
  if (!mayBeNew && !databaseUrl && !fs.existsSync(sqliteFile(config))) throw nothingYet(config);
  makeFolder(config);
  let key = inFolder(config, () => readKey(keyFile));
  const look = async ({ isNew, keyCheck }: Found) => {
    if (isNew && !mayBeNew) throw nothingYet(config);
    if (!key && !isNew) throw new StartFailure(`The key file ${keyFile} is missing, and the data were sealed with it: put it back from the backup, or name its place in POSTERN_KEY_FILE.`);
    if (key && keyCheck !== null && !(await fits(createSecrets(key), keyCheck))) {
      throw new StartFailure(`The key file ${keyFile} is not the one that the data were sealed with: put back the right one from the backup, or name its place in POSTERN_KEY_FILE.`);
    }
    key ??= inFolder(config, () => makeKey(keyFile));
  };
  const store = databaseUrl ? await openPostgres(databaseUrl, look) : await openSqlite(config, look);
  if (!key) throw new Error('A store that was opened has a key.');
  const secrets = createSecrets(key);
  await store.transaction(async (rows) => {
    if (await rows.secrets.get(keyCheckName)) return;
    await rows.secrets.put(keyCheckName, { sealed: await secrets.seal(new Confidential('postern'), keyCheckName), boundTo: '', changedAt: new Date().toISOString(), hint: null });
  });
  return { store, secrets };
}

function nothingYet(config: NodeConfig): StartFailure {
  return new StartFailure(`There are no data in ${placeOfData(config)} yet: start Postern first, or name the right place in POSTERN_DATA or DATABASE_URL.`);
}

function fits(secrets: Secrets, keyCheck: string): Promise<boolean> {
  return secrets.open(keyCheck, keyCheckName).then(() => true, () => false);
}

function makeFolder(config: NodeConfig): void {
  if (!config.databaseUrl || path.dirname(config.keyFile) === config.data) inFolder(config, () => fs.mkdirSync(config.data, { recursive: true, mode: 0o700 }));
}

async function openSqlite(config: NodeConfig, look: Look): Promise<OpenStore> {
  try {
    // For its owner only, whatever the folder lets others do; SQLite's further files follow it.
    fs.closeSync(fs.openSync(sqliteFile(config), 'a', 0o600));
    return await openSqliteStore(sqliteFile(config), look);
  } catch (error) {
    throw explain(error, (reason) => `The data folder ${config.data} cannot be used (${reason}): see that this user may write there and that there is room, or name another folder in POSTERN_DATA.`);
  }
}

async function openPostgres(url: URL, look: Look): Promise<OpenStore> {
  try {
    const { openPostgresStore } = await import('./store/postgres.ts');
    return await openPostgresStore(url.href, look);
  } catch (error) {
    const isRefused = error instanceof Error && 'severity' in error;
    throw explain(error, (reason) =>
      isRefused
        ? `The database ${url.host}${url.pathname} does not let Postern in (${reason}): correct DATABASE_URL, or the rights of its user.`
        : `The database at ${url.host} does not answer (${reason}): start it, or correct DATABASE_URL.`,
    );
  }
}

function inFolder<T>(config: NodeConfig, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explain(error, (reason) => `The data folder ${config.data} cannot be used (${reason}): see that this user may write there and that there is room, or name another folder in POSTERN_DATA.`);
  }
}

function explain(error: unknown, say: (reason: string) => string): StartFailure {
  if (error instanceof StartFailure) return error;
  if (error instanceof NewerStore) return new StartFailure(`The data were written by a newer version of Postern (${error.message}): start that version again, or put back the backup from before the upgrade.`);
  const text = error instanceof AggregateError ? String(Reflect.get(error, 'code')) : error instanceof Error ? error.message : String(error);
  return new StartFailure(say(text.split('\n')[0] ?? ''), { cause: error });
}
