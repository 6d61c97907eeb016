import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { command, newDatabase, postgresUrl } from './testing/postgres.ts';
import { starts } from './testing/starts.ts';

const { usedFolder, refusal } = starts();
const url = postgresUrl();

test('on PostgreSQL: the same key, a newer version, and a database that is not there', async () => {
  const database = await newDatabase(url);
  const data = await usedFolder({ DATABASE_URL: database });
  expect(fs.readdirSync(data)).toEqual(['key']);
  const key = fs.readFileSync(path.join(data, 'key'));
  fs.writeFileSync(path.join(data, 'key'), Buffer.alloc(32, 7).toString('base64'));
  expect(await refusal(data, { DATABASE_URL: database })).toMatch(/is not the one that the data were sealed with/);
  fs.rmSync(path.join(data, 'key'));
  expect(await refusal(data, { DATABASE_URL: database })).toMatch(/^The key file .+ is missing/);
  fs.writeFileSync(path.join(data, 'key'), key, { mode: 0o600 });
  await command(database, "insert into kysely_migration values ('9999-from-the-future', '2030-01-01')");
  expect(await refusal(data, { DATABASE_URL: database })).toMatch(/newer version of Postern/);
  const elsewhere = new URL(database);
  elsewhere.pathname = '/nowhere';
  expect(await refusal(data, { DATABASE_URL: elsewhere.href })).toMatch(/^The database localhost\/nowhere does not let Postern in \(database "nowhere" does not exist\)/);
});
