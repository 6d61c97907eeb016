import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { fillSettings, readCode } from './journeys.ts';

/** A host of the sheet, with what stands in its row. */
const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

async function openNetwork(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Network' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Network' })).toBeFocused();
}

test('before anything is set up: what is planned is chosen, checked, printed and handed over', async ({ page, system, context, isMobile }) => {
  await system.openSignedIn();
  await openNetwork(page);
  await expect(page.getByText('Nothing is set up yet.')).toBeVisible();
  await expect(row(page, 'login.microsoftonline.com:443')).toContainText('Sign-in at Microsoft: E-mail forwarding, Exchange Calendar Integration, Exchange PST, Queue Pilots');
  await page.getByLabel('Cloud').selectOption('US Government GCC High');
  await expect(row(page, 'graph.microsoft.us:443')).toBeVisible();
  for (const name of ['Exchange Calendar Integration', 'Exchange PST', 'Queue Pilots']) await page.getByLabel(name).uncheck();
  await expect(row(page, 'graph.microsoft.us:443')).toHaveCount(0);
  await expect(row(page, 'outlook.office365.us:587')).toContainText('SMTP, STARTTLS');
  await page.getByLabel('Cloud').selectOption('Global (and GCC)');
  await page.getByRole('button', { name: 'Check all' }).click();
  await expect(page.getByRole('button', { name: 'Check all' })).toBeVisible();
  await expect(row(page, 'smtp.office365.com:587')).toContainText('in order');
  await expect(page.getByText('smtp.office365.com:587 reachable')).toBeVisible();
  await expect(page.getByText('2 of 2 hosts are in order.')).toHaveCount(1);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  expect((await downloading).suggestedFilename()).toBe('network.csv');
  if (!isMobile) await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByRole('button', { name: /Copied|Selected/ })).toBeVisible();
  await page.getByRole('link', { name: 'Sheet to print' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Network: for the firewall team' })).toBeFocused();
  await expect(page.getByText('Planned: E-mail forwarding. Cloud: Global (and GCC).')).toBeVisible();
  await expect(row(page, 'smtp.office365.com:587')).toContainText('in order, ');
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByLabel('Queue Pilots')).not.toBeChecked();
});

test('of what is set up: a web filter in between is found with what its team has to do', async ({ page, system }) => {
  await system.openSignedIn();
  await fillSettings(page);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await readCode(page);
  await system.choose('certificate-not-trusted');
  await openNetwork(page);
  await expect(page.getByText('This sheet is for what is set up.')).toBeVisible();
  await expect(page.getByRole('rowheader')).toHaveText(['login.microsoftonline.com:443', 'smtp.office365.com:587', 'login.microsoft.com', 'microsoft.com', 'login.microsoftonline.com', '*.msauth.net', '*.msftauth.net', 'entra.microsoft.com']);
  await page.getByRole('button', { name: 'Check smtp.office365.com:587' }).click();
  await expect(row(page, 'smtp.office365.com:587')).toContainText('not in order');
  await expect(page.getByText(/opens the encryption: the certificate was issued by Contoso Web Filter/)).toBeVisible();
  await expect(page.getByText('Network administrator')).toBeVisible();
  await expect(row(page, 'login.microsoftonline.com:443').getByRole('button', { name: 'Check login.microsoftonline.com:443' })).toBeVisible();
  // It was mended meanwhile.
  await system.choose('all-well');
  await page.getByRole('button', { name: 'Check all' }).click();
  await expect(row(page, 'smtp.office365.com:587')).toContainText('● in order');
  await expect(row(page, 'login.microsoftonline.com:443')).toContainText('● in order');
  await page.getByRole('link', { name: 'Plan for other functions' }).click();
  await expect(row(page, 'outlook.office365.com:995')).toBeVisible();
  await page.getByRole('link', { name: 'Show what is set up' }).click();
  await expect(row(page, 'outlook.office365.com:995')).toHaveCount(0);
});

test('nothing chosen: said, and no empty table', async ({ page, system }) => {
  await system.openSignedIn();
  await openNetwork(page);
  for (const name of ['E-mail forwarding', 'Exchange Calendar Integration', 'Exchange PST', 'Queue Pilots']) await page.getByLabel(name).uncheck();
  await expect(page.getByText('Choose at least one function.')).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Choose at least one function.')).toBeVisible();
});
