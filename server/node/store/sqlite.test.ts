import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { storeContract } from '../../contracts/store-contract.ts';
import { openSqliteStore } from './sqlite.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'postern-store-'));
let count = 0;
const newFile = () => path.join(folder, `${count++}.sqlite`);
afterAll(() => fs.rmSync(folder, { recursive: true }));

storeContract('SQLite', () => openSqliteStore(newFile()));

test('what was written is there after closing and opening', async () => {
  const file = newFile();
  const first = await openSqliteStore(file);
  await first.transaction(({ settings }) => settings.put('x', { value: 1, version: '1', changedAt: '2026-11-24T12:00:00.000Z' }));
  await first.close();
  const second = await openSqliteStore(file);
  expect(await second.transaction(({ settings }) => settings.get('x'))).toMatchObject({ value: 1 });
  await second.close();
});
