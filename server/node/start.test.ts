import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { makeAuthority } from '../../mocks/mail/certificates.ts';
import { openSqliteStore } from './store/sqlite.ts';
import { withoutContactCenter } from './testing/former-tables.ts';
import { starts } from './testing/starts.ts';

const { root, newFolder, start, usedFolder, failure, refusal } = starts();

test('what is made is for its owner only', async () => {
  const data = await usedFolder();
  const modes = fs.readdirSync(data).map((name) => `${name} ${(fs.statSync(path.join(data, name)).mode & 0o777).toString(8)}`);
  expect(modes.sort()).toEqual(['key 600', 'postern.sqlite 600']);
});

test('the key file is missing', async () => {
  const data = await usedFolder();
  fs.renameSync(path.join(data, 'key'), path.join(root, 'key-elsewhere'));
  expect(await refusal(data)).toMatch(/^The key file .+key is missing, .+ put it back from the backup, or name its place in POSTERN_KEY_FILE\.$/);
  await (await start({ POSTERN_DATA: data, POSTERN_KEY_FILE: path.join(root, 'key-elsewhere') })).close();
});

test('the key file is another one', async () => {
  const data = await usedFolder();
  fs.writeFileSync(path.join(data, 'key'), Buffer.alloc(32, 7).toString('base64'));
  expect(await refusal(data)).toMatch(/^The key file .+ is not the one that the data were sealed with: put back the right one/);
});

test('the key file holds no key', async () => {
  const data = await usedFolder();
  fs.writeFileSync(path.join(data, 'key'), 'hello');
  expect(await refusal(data)).toMatch(/does not hold a key of 32 bytes in base64/);
});

test('the key file can be read by others', async () => {
  const data = await usedFolder();
  fs.chmodSync(path.join(data, 'key'), 0o640);
  expect(await refusal(data)).toMatch(/can be read by others \(mode 640\): run chmod 600 /);
});

test('the data are of a newer version', async () => {
  const data = await usedFolder();
  const sqlite = new DatabaseSync(path.join(data, 'postern.sqlite'));
  sqlite.exec("insert into kysely_migration values ('9999-from-the-future', '2030-01-01')");
  sqlite.close();
  expect(await refusal(data)).toMatch(/^The data were written by a newer version of Postern \(9999-from-the-future\)/);
});

test('the store is no database', async () => {
  const data = await usedFolder();
  fs.writeFileSync(path.join(data, 'postern.sqlite'), 'hello '.repeat(1000));
  expect(await refusal(data)).toMatch(/^The data folder .+ cannot be used \(file is not a database\)/);
});

test('the data folder cannot be made', async () => {
  fs.writeFileSync(path.join(root, 'file'), '');
  expect(await failure({ POSTERN_DATA: path.join(root, 'file', 'data') })).toMatch(/^The data folder .+ cannot be used \(ENOTDIR.+name another folder in POSTERN_DATA\.$/);
});

test('the port is in use', async () => {
  const other = net.createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as net.AddressInfo;
  const data = await usedFolder();
  expect(await refusal(data, { POSTERN_PORT: String(port) })).toMatch(new RegExp(`^Port ${port} is in use: end the other program, or name another port in POSTERN_PORT\\.$`));
  other.close();
});

test('the address is not this machine’s', async () => {
  expect(await failure({ POSTERN_DATA: newFolder(), POSTERN_HOST: '192.0.2.1' })).toMatch(/^Cannot listen at 192\.0\.2\.1:0 \(EADDRNOTAVAIL\)/);
});

test('the database does not answer', async () => {
  expect(await failure({ POSTERN_DATA: newFolder(), DATABASE_URL: 'postgres://postern:hunter2@127.0.0.1:1/postern' })).toBe('The database at 127.0.0.1:1 does not answer (connect ECONNREFUSED 127.0.0.1:1): start it, or correct DATABASE_URL.');
});

test('HTTPS: a certificate that is not there, one that is none, and one of another key', async () => {
  const authority = await makeAuthority();
  const [mine, other] = [await authority.issue({ names: ['localhost'] }), await authority.issue({ names: ['localhost'] })];
  const file = (name: string, text: string) => {
    fs.writeFileSync(path.join(root, name), text);
    return path.join(root, name);
  };
  const [cert, key] = [file('cert.pem', mine.cert), file('other.pem', other.key)];
  const data = await usedFolder();
  expect(await refusal(data, { POSTERN_TLS_CERT: path.join(root, 'nowhere.pem'), POSTERN_TLS_KEY: key })).toMatch(/^POSTERN_TLS_CERT names .+ cannot be read \(ENOENT\)/);
  expect(await refusal(data, { POSTERN_TLS_CERT: file('text.pem', 'hello'), POSTERN_TLS_KEY: key })).toMatch(/these two do not fit/);
  expect(await refusal(data, { POSTERN_TLS_CERT: cert, POSTERN_TLS_KEY: key })).toMatch(/these two do not fit/);
  const running = await start({ POSTERN_DATA: data, POSTERN_TLS_CERT: cert, POSTERN_TLS_KEY: file('key.pem', mine.key) });
  expect(running.url).toMatch(/^https:\/\/localhost:\d+$/);
  await running.close();
});

test('data of the version before are taken over', async () => {
  const data = await usedFolder();
  const sqlite = new DatabaseSync(path.join(data, 'postern.sqlite'));
  sqlite.exec(withoutContactCenter);
  sqlite.exec("drop table secrets; drop table check_results; alter table checks drop column automatic; delete from kysely_migration where name >= '0002'");
  const former = { id: 'former', function: 'email-forwarding', ref: null, draft: false, state: 'failed', version: 1, startedAt: '2026-11-24T12:00:00.000Z', endedAt: '2026-11-24T12:00:01.000Z', by: 'admin', steps: [], transcript: [] };
  const sent = { sendTo: 'admin@contoso.com' };
  sqlite.prepare("insert into checks (id, function, draft, state, row) values ('former', 'email-forwarding', 0, 'failed', ?)").run(JSON.stringify({ ...former, ...sent }));
  sqlite.close();
  await (await start({ POSTERN_DATA: data })).close();
  const store = await openSqliteStore(path.join(data, 'postern.sqlite'));
  expect(await store.transaction((rows) => rows.secrets.get('key-check'))).not.toBeNull();
  expect(await store.transaction((rows) => rows.checks.get('former'))).toEqual({ ...former, automatic: false, input: sent, mailboxes: null, repeat: null, result: 'failed', since: former.endedAt });
  await store.close();
});
