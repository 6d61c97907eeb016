import { account, expect, test, values } from './fixtures.ts';
import { askForCode, decide, fillSettings, ladder, readCode, section, signInAtMicrosoft } from './journeys.ts';

test('settings, a sign-in with the code on the page, and a mail goes out', async ({ page, system }) => {
  await system.openSignedIn();
  const code = await askForCode(page);

  // The code belongs to the server: a reload shows the same.
  await page.reload();
  expect(await readCode(page)).toBe(code);
  await expect(section(page, 'Sign in at Microsoft').getByText(/waiting · 1[45]:\d\d left/)).toBeVisible();

  await decide(page, code, 'Approve');
  const signIn = section(page, 'Sign in at Microsoft');
  await expect(signIn.getByText('Signed in as', { exact: true })).toBeVisible();
  await expect(signIn.getByText('Ends if unused by')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Service Center' }).getByText('Not checked yet')).toBeAttached();

  const check = section(page, 'Check');
  await expect(check.getByLabel('Send to')).toHaveValue(account.email);
  await check.getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(ladder(page).last()).toHaveText(/Passed: Test mail accepted by smtp\.office365\.com as 250 2\.0\.0 OK/);
  await expect(ladder(page)).toHaveCount(9);
  await expect(page.locator('.page-state')).toHaveText(/Working · checked now/);
  await check.getByRole('button', { name: 'Show transcript' }).click();
  await expect(check.getByText('AUTH XOAUTH2 ***')).toBeVisible();

  const mails = await system.mails();
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ user: values.emailAddress, from: values.emailAddress, to: [account.email], subject: 'Postern: test of e-mail forwarding' });

  await page.reload();
  await expect(ladder(page).last()).toHaveText(/Test mail accepted/);
});

test('a second tab sees the same code, and both hear of the approval', async ({ page, system, context }) => {
  await system.openSignedIn();
  const code = await askForCode(page);
  const second = await context.newPage();
  await second.goto(page.url());
  expect(await readCode(second)).toBe(code);
  await decide(second, code, 'Approve');
  for (const tab of [page, second]) await expect(section(tab, 'Sign in at Microsoft').getByText('Token valid until')).toBeVisible();
});

test('the code is cancelled, and a new one replaces an old one', async ({ page, system }) => {
  await system.openSignedIn();
  const first = await askForCode(page);
  await page.getByRole('button', { name: 'Get a new code' }).click();
  await expect(page.getByLabel('User code')).not.toHaveText(first);
  await section(page, 'Sign in at Microsoft').getByRole('button', { name: 'Cancel' }).click();
  await expect(section(page, 'Sign in at Microsoft').getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('a sign-in is removed after a question, and made again', async ({ page, system }) => {
  await system.openSignedIn();
  await signInAtMicrosoft(page);
  const signIn = section(page, 'Sign in at Microsoft');
  await signIn.getByRole('button', { name: 'Remove sign-in' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  await signIn.getByRole('button', { name: 'Remove sign-in' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(signIn.getByText('nobody is signed in', { exact: true })).toBeVisible();
  await signIn.getByRole('button', { name: 'Sign in' }).click();
  await decide(page, await readCode(page), 'Approve');
  await expect(signIn.getByText('Token valid until')).toBeVisible();
});

test('values that are not saved are checked as they stand', async ({ page, system }) => {
  await system.openSignedIn();
  await signInAtMicrosoft(page);
  await page.getByRole('button', { name: 'Edit' }).click();
  await fillSettings(page, { tenantId: 'unknown.invalid' });
  const check = section(page, 'Check');
  await check.getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(check.getByText('Microsoft knows no tenant unknown.invalid.')).toBeVisible();
  await expect(check.getByText('This check ran on values that were not saved.')).toBeVisible();
  await expect(page.getByLabel('Tenant ID')).toHaveValue('unknown.invalid');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(section(page, 'Settings').getByText('contoso.com', { exact: true })).toBeVisible();
  await expect(page.locator('.page-state')).toHaveText(/Not checked yet/);
});
