import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** The PostgreSQL that the test run has found; without one the tests that need it are not run, and the run says so. */
export function postgresUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) throw new Error('TEST_DATABASE_URL names no database.');
  return url;
}

/** A new, empty database on it; answers its address. */
export async function newDatabase(url: string): Promise<string> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await command(url, `create database ${name}`);
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}

/** Runs one statement on a connection of its own. */
export async function command(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
