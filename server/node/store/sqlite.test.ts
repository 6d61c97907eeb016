import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { storeContactCenterContract } from '../../contracts/store-contact-center-contract.ts';
import { storeContract } from '../../contracts/store-contract.ts';
import { storeProtocolsContract } from '../../contracts/store-protocols-contract.ts';
import { openSqliteStore } from './sqlite.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postern-store-'));
let count = 0;
const newFile = () => path.join(folder, `${count++}.sqlite`);
afterAll(() => fs.rmSync(folder, { recursive: true }));

storeContract('SQLite', () => openSqliteStore(newFile()));
storeContactCenterContract('SQLite', () => openSqliteStore(newFile()));
storeProtocolsContract('SQLite', () => openSqliteStore(newFile()));

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
    drop table protocols; drop table pilots; drop table queues;
    drop index checks_of_function; drop index checks_by_state;
    alter table checks drop column ref; alter table events drop column ref;
    delete from kysely_migration where name >= '0005';
    insert into checks (id, function, draft, state, row) values ('c', 'email-forwarding', 0, 'passed', '{"id":"c","function":"email-forwarding","state":"passed","sendTo":"admin@contoso.com","steps":[],"transcript":[]}');
    insert into events (id, at, kind, function, actor) values ('e', '2026-11-24T12:00:00.000Z', 'settings-saved', 'email-forwarding', 'admin');`);
  raw.close();
  const store = await openSqliteStore(file);
  await store.transaction(async ({ checks, events, queues }) => {
    expect((await checks.list({ function: 'email-forwarding', ref: null, limit: 10 })).items).toMatchObject([{ id: 'c', ref: null, automatic: false, input: { sendTo: 'admin@contoso.com' }, result: 'passed' }]);
    expect((await events.list({ limit: 10 })).items).toMatchObject([{ id: 'e', ref: null }]);
    expect(await queues.list({ sort: 'name', descending: false, soon: '', limit: 1 })).toEqual({ items: [], total: 0 });
  });
  await store.close();
});
