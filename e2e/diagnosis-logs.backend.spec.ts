// Only with a real backend: in mock mode the ZIP comes out of the page itself, at once.
import { paths } from '../src/paths.ts';
import { expect, test } from './fixtures.ts';
import { section } from './journeys.ts';

test('a ZIP that comes slowly shows how far it is, and is cancelled without leaving anything', async ({ page, system, context }) => {
  await system.openSignedIn();
  await page.goto(new URL(paths.diagnosisLogs(), page.url()).href);
  const zip = section(page, 'ZIP');
  await expect(zip.getByText(/^About /)).toBeVisible();
  let saved = 0;
  page.on('download', () => (saved += 1));
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: 200, uploadThroughput: -1 });
  await zip.getByRole('button', { name: 'Download' }).click();
  await expect(zip.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  await expect(zip.getByText(/^\d+ kB of about \d+ kB, \d+ %$/)).toBeVisible();
  await zip.getByRole('button', { name: 'Cancel' }).click();
  await expect(zip.getByText('The download was cancelled. Nothing was saved.')).toBeVisible();
  await expect(zip.getByRole('button', { name: 'Download' })).toBeVisible();
  expect(saved).toBe(0);
});
