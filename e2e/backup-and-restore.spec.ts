import type { Page } from '@playwright/test';
import { paths } from '../src/paths.ts';
import { actAs } from './administrators-journeys.ts';
import { backupForm, makeBackup, openBackup, passphrase, plan, restoreForm, showPlan } from './backup-journeys.ts';
import { deleteElsewhere, makeNumber, makePilot, makeQueue, open, pilotValues } from './contact-center-journeys.ts';
import { expect, test } from './fixtures.ts';
import { section } from './journeys.ts';
import { fillProvider, openTab, providerValues, save } from './provider-journeys.ts';

/** A calendar and a queue with two pilots. */
async function setUp(page: Page) {
  await openTab(page, 'exchange-calendar-integration');
  await fillProvider(page);
  await save(page);
  const queue = await makeQueue(page, 'Sales', '850');
  await makePilot(page, queue.id);
  await makeNumber(page, queue.id, '851');
  return queue;
}

test('what was changed by mistake is had back from a sealed file: it is shown first, then all of it is there again, under its addresses', async ({ page, system }) => {
  await system.openSignedIn();
  const queue = await setUp(page);
  await openBackup(page);
  const text = await makeBackup(page, system.password);
  await expect(backupForm(page).getByText(/The backup \(\d+ kB\) was given to your browser as/)).toBeVisible();
  for (const secret of [providerValues.clientSecret, pilotValues.clientSecret, system.password, passphrase]) for (const written of [secret, encodeURIComponent(secret), btoa(secret)]) expect(text).not.toContain(written);

  await deleteElsewhere(page, queue.id);
  await openTab(page, 'exchange-calendar-integration');
  await page.getByLabel('Username').fill('other@contoso.com');
  await save(page);
  await openBackup(page);
  await showPlan(page, text, { password: system.password, passphrase });
  await expect(plan(page).getByText('4 changes')).toBeVisible();
  await expect(plan(page).getByRole('row', { name: 'Username other@contoso.com pbx@contoso.com' })).toBeVisible();
  await expect(plan(page).getByText('1 added: Sales', { exact: true })).toBeVisible();
  await expect(plan(page).getByText('2 added: Sales / 851 · Sales / sales@contoso.com')).toBeVisible();
  await expect(plan(page).getByText('Stays as it is: Diagnosis Logs, Administrators')).toBeVisible();

  await plan(page).getByRole('button', { name: 'Restore' }).click();
  const done = section(page, 'The backup was restored');
  await expect(done.getByText('4 changes were made.')).toBeVisible();
  await expect(done.getByRole('heading', { name: 'The backup was restored' })).toBeFocused();
  await expect(done.getByText('Nothing needs to be entered again.')).toBeVisible();
  await open(page, paths.queuePilots(queue.id), 'Sales');
  await expect(page.getByRole('link', { name: 'sales@contoso.com' })).toBeVisible();
  await openTab(page, 'exchange-calendar-integration');
  await expect(page.getByLabel('Username')).toHaveValue('pbx@contoso.com');
  // The secret is there, too, and opens: a check signs in with it.
  await section(page, 'Check').getByRole('button', { name: 'Check connection' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The check has passed.' })).toBeAttached();
  await page.goto(new URL(paths.eventLog({ changes: true }), page.url()).href);
  await expect(page.getByText(/^Configuration restored from the backup that admin made: 3 added, 1 changed, 0 removed/)).toBeVisible();
});

test('a file without secrets says which are to be entered again, and leads there', async ({ page, system }) => {
  await system.openSignedIn();
  const queue = await setUp(page);
  await openBackup(page);
  const text = await makeBackup(page, system.password, 'Left out');
  await showPlan(page, text, { password: system.password });
  await expect(plan(page).getByText('Its secrets were left out, so nothing proves who made this file')).toBeVisible();
  await expect(plan(page).getByRole('row', { name: 'Client Secret set removed' })).toHaveCount(2);
  await expect(plan(page).getByText('2 secrets must be entered again.')).toBeVisible();
  await plan(page).getByRole('button', { name: 'Restore' }).click();
  const done = section(page, 'The backup was restored');
  await expect(done.getByText('Exchange Calendar Integration: enter Client Secret')).toBeVisible();
  await done.getByRole('link', { name: 'Sales / sales@contoso.com' }).click();
  await expect(page).toHaveURL(new RegExp(paths.queuePilots(queue.id)));
  await expect(page.getByRole('dialog').getByLabel('Client Secret')).toHaveAccessibleDescription(/It is stored encrypted and never shown again/);
});

test('what is missing or wrong stands at its field, and nothing that was typed is lost', async ({ page, system }) => {
  await system.openSignedIn();
  await openBackup(page);
  const backup = backupForm(page);
  await backup.getByRole('button', { name: 'Download backup' }).click();
  for (const name of ['Passphrase', 'Your own password']) await expect(backup.getByLabel(name, { exact: true })).toHaveAccessibleDescription(/This is needed\./);
  await expect(backup.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await backup.getByLabel('Passphrase', { exact: true }).fill('too short');
  await backup.getByLabel('Repeat passphrase').fill('something else');
  await backup.getByLabel('Your own password').fill('not mine at all');
  await backup.getByRole('button', { name: 'Download backup' }).click();
  await expect(backup.getByLabel('Passphrase', { exact: true })).toHaveAccessibleDescription(/Use at least 12 characters\./);
  await expect(backup.getByLabel('Repeat passphrase')).toHaveAccessibleDescription('The two passphrases are not the same.');
  await backup.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await backup.getByLabel('Repeat passphrase').fill(passphrase);
  await backup.getByRole('button', { name: 'Download backup' }).click();
  await expect(backup.getByLabel('Your own password')).toHaveAccessibleDescription(/This is not your password\./);
  await expect(backup.getByLabel('Passphrase', { exact: true })).toHaveValue(passphrase);

  const text = await makeBackup(page, system.password);
  const restore = restoreForm(page);
  await restore.getByRole('button', { name: 'Show what would change' }).click();
  for (const name of ['Backup file', 'Your own password']) await expect(restore.getByLabel(name)).toHaveAccessibleDescription(/This is needed\./);
  const given = { password: system.password, passphrase };
  for (const [changed, sentence] of [
    [text.slice(0, -30), /This backup was cut, or changed after it was made/],
    [text.replace('"admin"', '"Admin"'), /This backup was cut, or changed after it was made/],
    [text.replace('"version": 1', '"version": 2'), /made by a newer version of Postern/],
    ['PK\u0003\u0004', /This is no backup of Postern/],
  ] as const) {
    await showPlan(page, changed, given);
    await expect(restore.getByLabel('Backup file')).toHaveAccessibleDescription(sentence);
    await expect(restore.getByLabel('Passphrase of the backup')).toHaveValue(passphrase);
    await expect(plan(page)).toHaveCount(0);
  }
  await restore.getByLabel('Backup file').setInputFiles({ name: 'huge.json', mimeType: 'application/json', buffer: Buffer.alloc(16 * 1024 * 1024 + 1) });
  await restore.getByRole('button', { name: 'Show what would change' }).click();
  await expect(restore.getByLabel('Backup file')).toHaveAccessibleDescription(/This is larger than 16 MB/);
  await showPlan(page, text, { ...given, passphrase: 'another passphrase' });
  await expect(restore.getByLabel('Passphrase of the backup')).toHaveAccessibleDescription(/This is not the passphrase of this backup/);
  await expect(restore.getByText('backup.json')).toBeVisible();
  await showPlan(page, text, { password: system.password });
  await expect(restore.getByLabel('Passphrase of the backup')).toHaveAccessibleDescription(/This is needed\./);
  await showPlan(page, text, given);
  await expect(plan(page).getByText('Everything is as it is in the backup.')).toBeVisible();
  // What was shown is of this file: with another one it is gone.
  await restore.getByLabel('Passphrase of the backup').fill(`${passphrase}.`);
  await expect(plan(page)).toHaveCount(0);
});

test('somebody changes something in between: nothing is restored, and the new list says so', async ({ page, system }) => {
  await system.openSignedIn();
  await setUp(page);
  await openBackup(page);
  const text = await makeBackup(page, system.password);
  await makeQueue(page, 'Support', '860');
  await showPlan(page, text, { password: system.password, passphrase });
  await expect(plan(page).getByText('1 removed: Support')).toBeVisible();
  await makeQueue(page, 'Returns', '870');
  await plan(page).getByRole('button', { name: 'Restore' }).click();
  await expect(plan(page).getByRole('alert')).toContainText('Nothing was restored: something has changed since the list was made.');
  await expect(plan(page).getByText('2 removed: Returns · Support')).toBeVisible();
  await plan(page).getByRole('button', { name: 'Restore' }).click();
  await expect(section(page, 'The backup was restored')).toBeVisible();
});

test('a file can be dropped onto its field', async ({ page, system }) => {
  await system.openSignedIn();
  await openBackup(page);
  const text = await makeBackup(page, system.password, 'Left out');
  const dropped = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'dropped.json', { type: 'application/json' }));
    return data;
  }, text);
  await restoreForm(page).getByText('or drop it here').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(restoreForm(page).getByText('dropped.json')).toBeVisible();
  await restoreForm(page).getByLabel('Your own password').fill(system.password);
  await restoreForm(page).getByRole('button', { name: 'Show what would change' }).click();
  await expect(plan(page)).toBeVisible();
});

test('who is no expert reads which role it takes', async ({ page, system }) => {
  await system.openSignedIn();
  await actAs(page, system, 'advanced');
  await openBackup(page);
  await expect(page.getByText('A backup holds all that is set, and the administrators. It is made and restored by experts.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Download backup' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Show what would change' })).toHaveCount(0);
});
