import type { Page } from '@playwright/test';
import { expect, test, values } from './fixtures.ts';
import { fillSettings, ladder, section, signInAtMicrosoft } from './journeys.ts';

const application = 'Microsoft OAuth 2.0 (application)';

/** Saves the settings of the application method and checks them. */
async function checkApplication(page: Page, secret = 'abc8Q~right-value-of-a-client-secret-x9Q'): Promise<void> {
  await page.getByLabel('Auth Method').selectOption(application);
  await fillSettings(page);
  await page.getByLabel('Client Secret').fill(secret);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await checkSaved(page);
}

/** Checks once the settings are saved: before that it would be a check of a draft. */
async function checkSaved(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  await section(page, 'Check').getByRole('button', { name: 'Check e-mail forwarding' }).click();
}

test('the application signs in by itself: no code, and a mail goes out; nothing of the secret is seen again', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'all-well' });
  await checkApplication(page);
  await expect(section(page, 'Sign in at Microsoft')).toHaveCount(0);
  await expect(ladder(page).last()).toHaveText(/Passed: Test mail accepted by smtp\.office365\.com as 250 2\.0\.0 OK/);
  await expect(ladder(page).nth(6)).toHaveText(/Permission SMTP\.SendAsApp granted/);
  await expect(page.locator('.page-state')).toHaveText(/Working · checked now/);
  expect(await system.mails()).toMatchObject([{ user: values.emailAddress, from: values.emailAddress }]);
  const settings = section(page, 'Settings');
  await expect(settings.getByText(/ends in …x9Q/)).toBeVisible();
  await expect(page.getByText('right-value')).toHaveCount(0);
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByLabel('Client Secret')).toHaveValue('');
});

test('a policy blocks the code: the application is offered in place, with all values kept', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'device-code-blocked' });
  await fillSettings(page);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  const signIn = section(page, 'Sign in at Microsoft');
  await expect(signIn.getByRole('heading', { name: 'A policy of the tenant blocks this way of signing in' })).toBeVisible();
  await expect(signIn.getByText(/AADSTS53003/)).toBeVisible();
  await expect(signIn.getByText('SMTP.SendAsApp')).toBeVisible();
  await system.choose('all-well');
  await signIn.getByRole('button', { name: `Use ${application}` }).click();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeFocused();
  await expect(page.getByLabel('Auth Method')).toHaveValue('microsoft-oauth-application');
  await expect(page.getByLabel('E-mail address')).toHaveValue(values.emailAddress);
  await expect(page.getByLabel('Application ID')).toHaveValue(values.applicationId);
  await expect(page.getByLabel('Tenant ID')).toHaveValue(values.tenantId);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(page.getByLabel('Client Secret')).toBeFocused();
  await page.getByLabel('Client Secret').fill('abc8Q~right-value-of-a-client-secret-x9Q');
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await checkSaved(page);
  await expect(ladder(page).last()).toHaveText(/Test mail accepted/);
});

test('a wrong secret leads to its field; the right one, and it works', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'all-well' });
  await checkApplication(page, 'wrong');
  const check = section(page, 'Check');
  await expect(ladder(page).nth(5)).toHaveText(/Failed:/);
  await expect(check.getByText(/AADSTS7000215/)).toBeVisible();
  await check.getByRole('button', { name: 'Correct the settings' }).click();
  await expect(page.getByLabel('Client Secret')).toBeFocused();
  await expect(page.getByLabel('Client Secret')).toHaveAccessibleDescription(/The check failed because of this value/);
  await page.getByLabel('Client Secret').fill('abc8Q~right-value-of-a-client-secret-x9Q');
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await checkSaved(page);
  await expect(ladder(page).last()).toHaveText(/Test mail accepted/);
});

const refusals: [string, number, RegExp, string][] = [
  ['secret-expired', 5, /AADSTS7000222/, 'Entra administrator'],
  ['role-missing', 6, /does not hold the permission SMTP\.SendAsApp/, 'Entra administrator'],
  ['service-principal-missing', 7, /New-ServicePrincipal -AppId 2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4 -ObjectId [0-9a-f-]{36}/, 'Exchange administrator'],
];
for (const [scenario, at, sentence, owner] of refusals) {
  test(`${scenario}: the step, what is said, and who must act`, async ({ page, system }) => {
    await system.openSignedIn({ scenario });
    await checkApplication(page);
    const check = section(page, 'Check');
    await expect(ladder(page).nth(at)).toHaveText(/Failed:/);
    await expect(check.getByText(sentence).first()).toBeVisible();
    await expect(check.getByText(owner, { exact: true })).toBeVisible();
  });
}

test('from the code to the application and back: each keeps its values, the sign-in is kept', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'all-well' });
  await signInAtMicrosoft(page);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Auth Method').selectOption(application);
  await page.getByLabel('Client Secret').fill('abc8Q~right-value-of-a-client-secret-x9Q');
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(section(page, 'Sign in at Microsoft')).toHaveCount(0);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Auth Method').selectOption('Microsoft OAuth 2.0');
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(section(page, 'Sign in at Microsoft').getByText('signed in as pbx@contoso.com')).toBeVisible();
});
