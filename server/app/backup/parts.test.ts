import { expect, test } from 'vitest';
import { isConsidered, parts, repositoriesInBackup } from './parts.ts';
import { setUpAll, system } from './testing.ts';

test('every repository and every row of settings and secrets is in a backup, or declared out of it', async () => {
  const made = await system();
  await setUpAll(made);
  const { names, repositories } = await made.ports.store.transaction(async (rows) => ({ names: [...(await rows.secrets.all()).keys()], repositories: Object.keys(rows) }));
  expect(Object.keys(repositoriesInBackup).sort()).toEqual(repositories.sort());
  expect(names.filter((name) => !isConsidered('secrets', name))).toEqual([]);
  // Each test backend refuses to store others: so whoever adds one decides.
  const row = { value: {}, version: '1', changedAt: '2026-11-24T12:00:00.000Z' };
  await expect(made.ports.store.transaction((rows) => rows.settings.put('firmware', row))).rejects.toThrow('neither in a backup nor declared out of it');
  await expect(made.ports.store.transaction((rows) => rows.secrets.put('email-forwarding/other', { sealed: '', boundTo: '', changedAt: '', hint: null }))).rejects.toThrow('neither in a backup nor declared out of it');
});

test('a part is in the file under its own name', () => {
  for (const [name, part] of Object.entries(parts)) expect(part.name).toBe(name);
});
