import fs from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { paths } from '../src/paths.ts';
import { section } from './journeys.ts';

export const passphrase = 'several words that fit nowhere';

/** Opens Backup and Restore by its address. */
export async function openBackup(page: Page): Promise<void> {
  await page.goto(new URL(paths.backupAndRestore(), page.url()).href);
  await expect(page.getByRole('heading', { level: 1, name: 'Backup and Restore' })).toBeVisible();
}

/** The two forms, and what a restore would change. */
export function backupForm(page: Page): Locator {
  return page.getByRole('region', { name: 'Backup', exact: true });
}
export function restoreForm(page: Page): Locator {
  return page.getByRole('region', { name: 'Restore', exact: true });
}
export function plan(page: Page): Locator {
  return section(page, 'What would change');
}

/** Makes a backup, sealed or without secrets; answers the file's text. */
export async function makeBackup(page: Page, password: string, secrets: 'Sealed with a passphrase' | 'Left out' = 'Sealed with a passphrase'): Promise<string> {
  const form = backupForm(page);
  await form.getByLabel('Secrets').selectOption(secrets);
  if (secrets !== 'Left out') {
    await form.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await form.getByLabel('Repeat passphrase').fill(passphrase);
  }
  await form.getByLabel('Your own password').fill(password);
  const coming = page.waitForEvent('download');
  await form.getByRole('button', { name: 'Download backup' }).click();
  const saved = await coming;
  expect(saved.suggestedFilename()).toMatch(/^postern-backup-\d{4}-\d\d-\d\dT\d{4}Z\.json$/);
  return fs.readFileSync(await saved.path(), 'utf8');
}

/** Chooses a file with this text and asks what it would change. */
export async function showPlan(page: Page, text: string, given: { password: string; passphrase?: string }): Promise<void> {
  const form = restoreForm(page);
  await form.getByLabel('Backup file').setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await form.getByLabel('Passphrase of the backup').fill(given.passphrase ?? '');
  await form.getByLabel('Your own password').fill(given.password);
  await form.getByRole('button', { name: 'Show what would change' }).click();
}
