import { expect, test } from 'vitest';
import { storeCheckRunsContract } from '../../contracts/store-check-runs-contract.ts';
import { storeContactCenterContract } from '../../contracts/store-contact-center-contract.ts';
import { storeContract } from '../../contracts/store-contract.ts';
import { storeNoticesContract } from '../../contracts/store-notices-contract.ts';
import { storeProtocolsContract } from '../../contracts/store-protocols-contract.ts';
import { storeRenewalsContract } from '../../contracts/store-renewals-contract.ts';
import { storeEventsContract } from '../../contracts/store-events-contract.ts';
import { StoreUnavailable } from '../../store.ts';
import { command, newDatabase, postgresUrl } from '../testing/postgres.ts';
import { openPostgresStore } from './postgres.ts';

const row = (value: unknown) => ({ value, version: '1', changedAt: '2026-11-24T12:00:00.000Z' });

const url = postgresUrl();

storeContract('PostgreSQL', async () => openPostgresStore(await newDatabase(url)));
storeContactCenterContract('PostgreSQL', async () => openPostgresStore(await newDatabase(url)));
storeCheckRunsContract('PostgreSQL', async () => openPostgresStore(await newDatabase(url)));
storeProtocolsContract('PostgreSQL', async () => openPostgresStore(await newDatabase(url)));
storeNoticesContract('PostgreSQL', async () => openPostgresStore(await newDatabase(url)));
storeRenewalsContract('PostgreSQL', async () => openPostgresStore(await newDatabase(url)));
storeEventsContract('PostgreSQL', async () => openPostgresStore(await newDatabase(url)));

test('what was written is there after closing and opening', async () => {
  const database = await newDatabase(url);
  const first = await openPostgresStore(database);
  await first.transaction(({ settings }) => settings.put('x', row(1)));
  await first.close();
  const second = await openPostgresStore(database);
  expect(await second.transaction(({ settings }) => settings.get('x'))).toMatchObject({ value: 1 });
  await second.close();
});

test('two of them take turns', async () => {
  const database = await newDatabase(url);
  const stores = [await openPostgresStore(database), await openPostgresStore(database)];
  const count = (at: number) =>
    stores[at % 2]?.transaction(async ({ settings }) => {
      const found = await settings.get('counter');
      await settings.put('counter', row(Number(found?.value ?? 0) + 1));
    });
  await Promise.all(Array.from({ length: 20 }, (_, at) => count(at)));
  expect(await stores[0]?.transaction(({ settings }) => settings.get('counter'))).toMatchObject({ value: 20 });
  await Promise.all(stores.map((store) => store.close()));
});

test('it goes away in the middle of a write: nothing of it is left, it is told as what it is, and afterwards all goes on', async () => {
  const database = await newDatabase(url);
  const store = await openPostgresStore(database);
  await store.transaction(({ settings }) => settings.put('x', row('before')));
  const broken = store.transaction(async ({ settings }) => {
    await settings.put('x', row('half'));
    await command(url, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${new URL(database).pathname.slice(1)}'`);
    await settings.put('y', row('half'));
  });
  await expect(broken).rejects.toBeInstanceOf(StoreUnavailable);
  expect(await store.transaction(({ settings }) => settings.get('x'))).toMatchObject({ value: 'before' });
  expect(await store.transaction(({ settings }) => settings.get('y'))).toBeNull();
  await store.transaction(({ settings }) => settings.put('x', row('after')));
  expect(await store.transaction(({ settings }) => settings.get('x'))).toMatchObject({ value: 'after' });
  await store.close();
});
