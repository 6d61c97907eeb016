import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { storeCheckRunsContract } from '../../contracts/store-check-runs-contract.ts';
import { storeContactCenterContract } from '../../contracts/store-contact-center-contract.ts';
import { storeContract } from '../../contracts/store-contract.ts';
import { storeNoticesContract } from '../../contracts/store-notices-contract.ts';
import { storeProtocolsContract } from '../../contracts/store-protocols-contract.ts';
import { storeRenewalsContract } from '../../contracts/store-renewals-contract.ts';
import { storeEventsContract } from '../../contracts/store-events-contract.ts';
import { withoutContactCenter, withoutEventLog } from '../testing/former-tables.ts';
import { openSqliteStore } from './sqlite.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postern-store-'));
let count = 0;
const newFile = () => path.join(folder, `${count++}.sqlite`);
afterAll(() => fs.rmSync(folder, { recursive: true }));

storeContract('SQLite', () => openSqliteStore(newFile()));
storeContactCenterContract('SQLite', () => openSqliteStore(newFile()));
storeCheckRunsContract('SQLite', () => openSqliteStore(newFile()));
storeProtocolsContract('SQLite', () => openSqliteStore(newFile()));
storeNoticesContract('SQLite', () => openSqliteStore(newFile()));
storeRenewalsContract('SQLite', () => openSqliteStore(newFile()));
storeEventsContract('SQLite', () => openSqliteStore(newFile()));

test('what was written is there after closing and opening', async () => {
  const file = newFile();
  const first = await openSqliteStore(file);
  await first.transaction(({ settings }) => settings.put('x', { value: 1, version: '1', changedAt: '2026-11-24T12:00:00.000Z' }));
  await first.close();
  const second = await openSqliteStore(file);
  expect(await second.transaction(({ settings }) => settings.get('x'))).toMatchObject({ value: 1 });
  await second.close();
});

test('what a version without queues has written is read, and belongs to no pilot', async () => {
  const file = newFile();
  await (await openSqliteStore(file)).close();
  const raw = new DatabaseSync(file);
  raw.exec(`
    ${withoutContactCenter}
    insert into checks (id, function, draft, state, row) values ('c', 'email-forwarding', 0, 'passed', '{"id":"c","function":"email-forwarding","state":"passed","sendTo":"admin@contoso.com","steps":[],"transcript":[]}');
    insert into events (id, at, kind, function, actor) values ('e', '2026-11-24T12:00:00.000Z', 'settings-saved', 'email-forwarding', 'admin');`);
  raw.close();
  const store = await openSqliteStore(file);
  await store.transaction(async ({ checks, events, queues }) => {
    expect((await checks.list({ function: 'email-forwarding', ref: null, limit: 10 })).items).toMatchObject([{ id: 'c', ref: null, automatic: false, input: { sendTo: 'admin@contoso.com' }, result: 'passed' }]);
    expect(await events.list({ limit: 10 })).toMatchObject([{ id: 'e', ref: null }]);
    expect(await queues.list({ sort: 'name', descending: false, soon: '', limit: 1 })).toEqual({ items: [], total: 0 });
  });
  await store.close();
});

test('the events of a version without an event log are kept in their order, and are found', async () => {
  const file = newFile();
  await (await openSqliteStore(file)).close();
  const raw = new DatabaseSync(file);
  raw.exec(withoutEventLog);
  const add = raw.prepare('insert into events (id, at, kind, function, ref, actor, params) values (?, ?, ?, ?, ?, ?, ?)');
  const at = (number: number) => new Date(Date.parse('2026-11-24T12:00:00Z') + Math.floor(number / 3)).toISOString();
  raw.exec('begin');
  for (let number = 0; number < 2_000; number++) add.run(`e${number}`, at(number), 'pilot-saved', 'queue-pilot', 'q/p', 'admin', JSON.stringify({ queue: 'Sales', name: `box${number}@contoso.com` }));
  raw.exec('commit');
  raw.close();
  const store = await openSqliteStore(file);
  await store.transaction(async ({ events }) => {
    expect((await events.page({ limit: 1, most: 10_000 })).counted).toBe(2_000);
    const all = await events.list({ limit: 2_000 });
    expect(all.map(({ id }) => id)).toEqual(Array.from({ length: 2_000 }, (_, number) => `e${1_999 - number}`));
    expect(await events.list({ q: 'box7@', ref: 'q/p', limit: 200 })).toHaveLength(111);
    expect(await events.get('e7')).toEqual({ id: 'e7', at: at(7), kind: 'pilot-saved', function: 'queue-pilot', ref: 'q/p', actor: 'admin', check: null, params: { queue: 'Sales', name: 'box7@contoso.com' } });
  });
  await store.close();
});

test('the words of events that are deleted go with the last event that has them', async () => {
  const file = newFile();
  const store = await openSqliteStore(file);
  const at = (minute: number) => new Date(Date.parse('2026-11-24T12:00:00Z') + minute * 60_000).toISOString();
  const add = (minute: number, queue: string) =>
    store.transaction(({ events }) => events.add({ id: `e${minute}`, at: at(minute), kind: 'queue-saved', function: null, ref: null, actor: 'admin', check: null, params: { queue } }));
  for (const [minute, queue] of ['Sales Berlin', 'Support Berlin', 'Sales Hamburg', 'Orders'].entries()) await add(minute, queue);
  const words = () => {
    const raw = new DatabaseSync(file);
    const found = raw.prepare('select word from event_vocabulary order by word').all().map((row) => String(row['word']));
    raw.close();
    return found.join(' ');
  };
  const prune = (before: number) => store.transaction(({ events }) => events.prune({ before: at(before) }, 50));
  const found = async (q: string) => (await store.transaction(({ events }) => events.list({ q, limit: 10 }))).map(({ id }) => id).join(' ');
  expect(words()).toBe('admin berlin hamburg orders sales support');
  expect(await prune(1)).toBe(1);
  expect(words()).toBe('admin berlin hamburg orders sales support');
  expect(await prune(2)).toBe(1);
  expect(words()).toBe('admin hamburg orders sales');
  expect([await found('sal'), await found('ber')]).toEqual(['e2', '']);
  await add(5, 'Berlin');
  expect(await found('ber')).toBe('e5');
  expect(await prune(9)).toBe(3);
  expect(words()).toBe('');
  await store.close();
});
