import { expect, test } from './fixtures.ts';
import { ladder, section, signInAtMicrosoft } from './journeys.ts';

test('check again automatically: it waits, outlives the page, is the next run of a check by hand, and its result waits', async ({ page, system }) => {
  await system.openSignedIn();
  await signInAtMicrosoft(page);
  await system.choose('smtp-auth-disabled-mailbox');
  const check = section(page, 'Check');
  await check.getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await check.getByRole('button', { name: /^Check automatically until \d/ }).click();
  await expect(check.getByText(/Checked every 5 minutes until \d.+or until it passes, also when this page is closed/)).toBeVisible();
  await expect(check.getByText(/Next at \d/)).toBeVisible();
  await expect(page.locator('.page-state')).toHaveText(/Not working/);

  await page.reload();
  await expect(check.getByText(/Next at \d/)).toBeVisible();
  await system.choose('all-well');
  await check.getByRole('button', { name: 'Check again' }).click();
  await expect(ladder(page).last()).toHaveText(/Test mail accepted/);
  await expect(check.getByText(/Checked every 5 minutes/)).toHaveCount(0);
  await expect(page.locator('.page-state')).toHaveText(/Working/);
  expect(await system.mails()).toHaveLength(1);
});

test('it is stopped by hand', async ({ page, system }) => {
  await system.openSignedIn();
  await signInAtMicrosoft(page);
  await system.choose('mailbox-logon-failed');
  const check = section(page, 'Check');
  await check.getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await check.getByRole('button', { name: /^Check automatically until/ }).click();
  await check.getByRole('button', { name: 'Stop checking automatically' }).click();
  await expect(check.getByText('The check was cancelled.')).toBeVisible();
  await expect(check.getByText(/Next at/)).toHaveCount(0);
});
