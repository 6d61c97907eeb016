import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeSignIn } from '../../app/accounts/tries.ts';
import { Confidential } from '../../confidential.ts';
import { readConfig } from '../config.ts';
import { openData, type Data } from '../data.ts';
import { resetPassword, status } from './commands.ts';

let folder = '';
let data: Data;
const config = () => readConfig({ POSTERN_DATA: folder, POSTERN_PORT: '1' });

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postern-admin-'));
  data = await openData(config());
  const at = '2026-11-24T12:00:00.000Z';
  const account = { id: '1', username: 'Anna', email: null, role: 'expert' as const, language: 'en' as const, passwordHash: await data.secrets.hashPassword(new Confidential('forgotten password')), mustChangePassword: false, disabled: true, createdAt: at, version: 1, passwordChangedAt: at, lastSignInAt: null };
  await data.store.transaction(async (rows) => {
    await rows.accounts.put(account);
    await rows.sessions.put({ tokenHash: 'x', accountId: '1', createdAt: at, lastSeenAt: at, expiresAt: '2030-01-01T00:00:00.000Z' });
  });
});

afterEach(async () => {
  await data.store.close();
  fs.rmSync(folder, { recursive: true });
});

test('a lost password: the new one fits, the sessions are over, the account can be used, and it is on record', async () => {
  const said: string[] = [];
  const ports = { store: data.store, clock: { now: () => new Date(), sleep: async () => {} } };
  for (let count = 0; count < 5; count++) await takeSignIn(ports, 'ANNA', '192.0.2.7');
  expect((await takeSignIn(ports, 'anna', '192.0.2.7')).wait).toBeGreaterThan(0);
  await resetPassword(data, 'anna', async () => new Confidential('a new long password'), (line) => said.push(line));
  const found = await data.store.transaction(async (rows) => ({ account: await rows.accounts.byId('1'), session: await rows.sessions.get('x'), events: await rows.events.list({ limit: 1 }) }));
  expect((await takeSignIn(ports, 'anna', '192.0.2.7')).wait).toBe(0);
  expect(await data.secrets.verifyPassword(new Confidential('a new long password'), found.account?.passwordHash ?? '')).toBe(true);
  expect(found).toMatchObject({ account: { disabled: false }, session: null, events: [{ kind: 'password-reset', params: { username: 'Anna' } }] });
  expect(said).toEqual(['Anna has a new password; his sessions have ended.']);
});

test.each([
  ['nobody', 'a new long password', 'There is no administrator nobody. There are: Anna.'],
  ['Anna', 'short', 'Use at least 10 characters. Nothing was changed.'],
  ['Anna', '', 'This cannot be a password. Nothing was changed.'],
])('%s with “%s” changes nothing', async (name, password, sentence) => {
  await expect(resetPassword(data, name, async () => new Confidential(password), () => {})).rejects.toThrow(sentence);
  expect(await data.store.transaction((rows) => rows.sessions.get('x'))).not.toBeNull();
});

test('the status names place, administrators and health, and that nobody answers', async () => {
  const said: string[] = [];
  await status(data, config(), '1.2.3', (line) => said.push(line));
  expect(said.join('\n')).toMatch(/Postern +1\.2\.3\nData +\S+ \(sqlite\)\nKey +\S+key, fits\nServer +does not answer at http:\/\/127\.0\.0\.1:1\nAdministrators +Anna \(expert, disabled\)\nE-mail forwarding  not-set-up/);
});

test('there is nothing yet: said, and nothing is made', async () => {
  const empty = path.join(folder, 'empty');
  await expect(openData(readConfig({ POSTERN_DATA: empty }), { mayBeNew: false })).rejects.toThrow(`There are no data in ${empty} yet`);
  expect(fs.existsSync(empty)).toBe(false);
});
