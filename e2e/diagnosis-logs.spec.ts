import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { unzip } from '../server/app/diagnosis-logs/testing.ts';
import { paths } from '../src/paths.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { section, signInAtMicrosoft } from './journeys.ts';
import { fillProvider, openTab, providerValues, save } from './provider-journeys.ts';

async function openLogs(page: Page): Promise<void> {
  await page.goto(new URL(paths.diagnosisLogs(), page.url()).href);
  await expect(page.getByRole('heading', { level: 1, name: 'Diagnosis Logs' })).toBeVisible();
}

/** Downloads and reads what is in the ZIP. */
async function download(page: Page): Promise<Record<string, string>> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const saved = await coming;
  expect(saved.suggestedFilename()).toMatch(/^postern-diagnosis-logs-\d{4}-\d\d-\d\dT\d{4}Z\.zip$/);
  return unzip(new Uint8Array(fs.readFileSync(await saved.path())));
}

async function checkedCalendar(page: Page): Promise<void> {
  await openTab(page, 'exchange-calendar-integration');
  await fillProvider(page);
  await save(page);
  await section(page, 'Check').getByRole('button', { name: 'Check connection' }).click();
  await expect(section(page, 'Check').getByRole('button', { name: 'Show transcript' })).toBeVisible();
}

test('after a failed check the logs go to support: what happened, what was said, what is set, and no secret', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'graph-forbidden' });
  await checkedCalendar(page);
  await openLogs(page);
  await expect(page.getByRole('checkbox', { name: 'Event Log' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Framework Protocol' })).toBeChecked();
  await expect(section(page, 'ZIP').getByText(/^About .* kB · \d+ entries$/)).toBeVisible();
  const files = await download(page);
  await expect(section(page, 'ZIP').getByText(/The ZIP is complete .* was given to your browser as/)).toBeVisible();

  expect(Object.keys(files)).toEqual(expect.arrayContaining(['event-log/events.jsonl', 'event-log/events.csv', 'configuration.json', 'findings.json', 'manifest.json']));
  const protocol = Object.entries(files).find(([name]) => /^framework-protocol\/.*\/exchange-calendar\.txt$/.test(name))?.[1];
  expect(protocol).toContain('Check: failed');
  expect(protocol).toContain('client_secret=***');
  expect(JSON.parse(files['configuration.json'] ?? '').exchangeCalendar).toMatchObject({ username: providerValues.username, clientSecret: { set: true } });
  expect(JSON.parse(files['findings.json'] ?? '').checks).toMatchObject([{ function: 'exchange-calendar', result: 'failed' }]);
  expect(JSON.parse(files['manifest.json'] ?? '').files.map(({ name }: { name: string }) => name)).toEqual(Object.keys(files).filter((name) => name !== 'manifest.json'));

  const everything = Object.values(files).join('\n');
  for (const secret of [providerValues.clientSecret, system.password]) {
    for (const written of [secret, encodeURIComponent(secret), btoa(secret), secret.slice(6)]) expect(everything).not.toContain(written);
  }
  expect(everything).not.toMatch(/eyJ[\w-]{8,}\.|Bearer [\w.~+/-]{8,}/);
});

test('the sign-in with a code is in the protocol, neither with the code nor with a token; addresses are masked where that is asked for', async ({ page, system }) => {
  await system.openSignedIn();
  await signInAtMicrosoft(page);
  await openLogs(page);
  await page.getByRole('checkbox', { name: 'Mask e-mail addresses' }).check();
  const files = await download(page);
  const protocol = Object.entries(files).find(([name]) => name.endsWith('/email-forwarding.txt'))?.[1];
  expect(protocol).toContain('/oauth2/v2.0/devicecode');
  expect(protocol).toContain('"user_code":"***"');
  expect(protocol).toContain('"access_token":"***"');
  const everything = Object.values(files).join('\n');
  expect(everything).not.toContain('pbx@contoso.com');
  expect(everything).toContain('p***@c***.com');
});

test('UC Suite Protocols say why they cannot be chosen, are switched on with their cost said, and are there from then on', async ({ page, system }) => {
  await system.openSignedIn();
  await checkedCalendar(page);
  await openLogs(page);
  const box = page.getByRole('checkbox', { name: 'UC Suite Protocols', exact: true });
  await expect(box).toBeDisabled();
  await expect(box).toHaveAccessibleDescription(/^Not recorded\./);
  const record = page.getByRole('switch', { name: 'Record UC Suite Protocols' });
  await expect(record).toHaveAccessibleDescription(/About \d+ kB an hour/);
  await record.check();
  await expect(box).toBeEnabled();
  await openTab(page, 'exchange-calendar-integration');
  await section(page, 'Check').getByRole('button', { name: 'Check connection' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The check has passed.' })).toBeAttached();
  await page.getByRole('navigation', { name: 'Task centers' }).getByRole('link', { name: 'Service Center' }).click();
  await page.getByRole('navigation', { name: 'Service Center' }).getByRole('link', { name: 'Diagnosis Logs' }).click();
  await expect(record).toBeChecked();
  await box.check();
  await page.getByRole('checkbox', { name: 'Event Log' }).uncheck();
  await page.getByRole('checkbox', { name: 'Framework Protocol' }).uncheck();
  await expect(section(page, 'ZIP').getByText(/^About .* kB · 1 entry$/)).toBeVisible();
  const files = await download(page);
  expect(Object.entries(files).find(([name]) => /^uc-suite-protocols\/.*\/exchange-calendar\.txt$/.test(name))?.[1]).toContain('= operation passed');
  expect(Object.keys(files).filter((name) => /^(?:event-log|framework)/.test(name))).toEqual([]);
  await record.uncheck();
  await expect(box).toBeDisabled();
  await expect(section(page, 'ZIP').getByText('Choose at least one log.')).toBeVisible();
});

test('a range of ten years has what is there, one that ends before it begins is refused, an hour of the past is empty', async ({ page, system }) => {
  await system.openSignedIn();
  await checkedCalendar(page);
  await openLogs(page);
  await page.getByLabel('Time range').selectOption('From … to …');
  await page.getByLabel('From', { exact: true }).fill('2020-01-01T00:00');
  await page.getByLabel('To', { exact: true }).fill('2019-12-31T23:59');
  await expect(page.getByLabel('To', { exact: true })).toHaveAccessibleDescription('This must be after the beginning.');
  await page.getByRole('button', { name: 'Download' }).click();
  await expect(section(page, 'ZIP').getByText('Correct the time range.')).toBeVisible();
  await page.getByLabel('To', { exact: true }).fill('2020-01-01T01:00');
  await expect(section(page, 'ZIP').getByText(/^About .* kB · 0 entries$/)).toBeVisible();
  await page.getByLabel('To', { exact: true }).fill('2030-01-01T00:00');
  await expect(section(page, 'ZIP').getByText(/^About .* kB · [1-9]\d* entries$/)).toBeVisible();
  expect(Object.keys(await download(page))).toContain('manifest.json');
});

test('the page: untouched, with a wrong range, after a download; at the desk and on a telephone', async ({ page, system }) => {
  await system.openSignedIn();
  await openLogs(page);
  await expect(section(page, 'ZIP').getByText(/^About /)).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Time range').selectOption('From … to …');
  await page.getByLabel('From', { exact: true }).fill('');
  await expectAccessible(page);
  await page.getByLabel('Time range').selectOption('Last 14 days');
  await download(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
});
