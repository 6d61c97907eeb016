// In one project only: the pages are the same in both, and axe takes longer than all else.
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { askForCode, decide, fillBasic, fillSettings, readCode, section, signInAtMicrosoft } from './journeys.ts';

test('set-up and sign-in, untouched and with errors', async ({ page, system }) => {
  await system.openNew();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page.getByText('This is needed.').first()).toBeVisible();
  await expectAccessible(page);
});

test('the sign-in page, with a wrong password', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByText('admin', { exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Username').fill('admin');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Username or password is wrong.')).toBeVisible();
  await expectAccessible(page);
});

test('an address that is no page', async ({ page, system }) => {
  await system.openSignedIn();
  await page.goto(new URL('/nowhere', page.url()).href);
  await expect(page.getByText('There is no page at this address')).toBeVisible();
  await expectAccessible(page);
});

test('Basic authentication: the form with its notice and errors, what is set, and a check that was refused', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'basic-auth-disabled' });
  await fillBasic(page, { host: 'smtp.office365.com' });
  await expect(page.getByText('Microsoft is switching Basic authentication for sending off')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('E-mail address').fill('pbx');
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(page.getByText('This is not an e-mail address as in pbx@contoso.com.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('E-mail address').fill('pbx@contoso.com');
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await section(page, 'Check').getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(section(page, 'Check').getByText('Choose Microsoft OAuth 2.0 as Auth Method.')).toBeVisible();
  await expectAccessible(page);
});

test('Microsoft OAuth 2.0 (application): the form with what the paste doctor says, and all of Advanced', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByLabel('Auth Method').selectOption('Microsoft OAuth 2.0 (application)');
  await fillSettings(page, { applicationId: 'contoso.com', tenantId: 'common' });
  await page.getByLabel('Client Secret').fill('short');
  await page.getByText('Advanced').click();
  await expect(page.getByLabel('Scope')).toBeVisible();
  for (const name of ['Application ID', 'Tenant ID', 'Client Secret']) await expect(page.getByLabel(name)).toHaveAccessibleDescription(/names a tenant|no tenant of its own|shorter than/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
});

for (const scenario of ['declined', 'expired', 'public-client-off']) {
  test(`a sign-in that came to nothing: ${scenario}`, async ({ page, system }) => {
    await system.openSignedIn({ scenario });
    await fillSettings(page);
    await page.getByRole('button', { name: 'OK & Next' }).click();
    await expect(section(page, 'Sign in at Microsoft').getByText('Cause')).toBeVisible({ timeout: 15_000 });
    await expectAccessible(page);
  });
}

for (const scenario of ['device-code-blocked', 'consent-missing', 'refresh-mfa-expired']) {
  test(`an outcome with a way on: ${scenario}`, async ({ page, system }) => {
    await system.openSignedIn({ scenario });
    const code = await askForCode(page);
    if (scenario.startsWith('refresh')) await decide(page, code, 'Approve');
    await expect(section(page, 'Sign in at Microsoft').getByRole('heading', { level: 3 })).toBeVisible({ timeout: 20_000 });
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    await expectAccessible(page);
  });
}

test('a code while Microsoft does not answer; a check that is repeated; one of the application with its script', async ({ page, system }) => {
  await system.openSignedIn();
  const code = await askForCode(page);
  await system.choose('identity-500');
  await expect(page.getByText('Microsoft cannot be asked at the moment')).toBeVisible();
  await expectAccessible(page);
  await system.choose('all-well');
  await decide(page, code, 'Approve');
  await expect(section(page, 'Sign in at Microsoft').getByText('Token valid until')).toBeVisible({ timeout: 20_000 });
  await system.choose('smtp-auth-disabled-mailbox');
  const check = section(page, 'Check');
  await check.getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await check.getByRole('button', { name: /^Check automatically until/ }).click();
  await expect(check.getByText(/Next at/)).toBeVisible();
  await expectAccessible(page);
  await system.choose('service-principal-missing');
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Auth Method').selectOption('Microsoft OAuth 2.0 (application)');
  await page.getByLabel('Client Secret').fill('abc8Q~right-value-of-a-client-secret-x9Q');
  await check.getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(check.getByText(/New-ServicePrincipal -AppId/)).toBeVisible();
  await expectAccessible(page);
});

test('the questions: a session that has ended, leaving with changes, a sign-in to be removed, a conflict', async ({ page, system, context }) => {
  await system.openSignedIn();
  await fillSettings(page);
  await system.endSession();
  await page.getByRole('button', { name: 'OK & Next' }).click();
  const ended = page.getByRole('dialog', { name: 'Your session has ended' });
  await ended.getByLabel('Password').fill(system.password);
  await expectAccessible(page);
  await ended.getByRole('button', { name: 'Sign in' }).click();
  await decide(page, await readCode(page), 'Approve');

  await page.getByRole('button', { name: 'Remove sign-in' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('E-mail address').fill('mine@contoso.com');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel('E-mail address').fill('theirs@contoso.com');
  await other.getByRole('button', { name: 'OK & Next' }).click();
  await expect(section(other, 'Settings').getByText('theirs@contoso.com')).toBeVisible();
  await page.bringToFront();
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await expectAccessible(page);
});

test('E-mail forwarding, untouched and with errors', async ({ page, system }) => {
  await system.openSignedIn();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await page.getByText('Advanced').click();
  await expectAccessible(page);
});

test('E-mail forwarding with a code, then another account, then a failed check', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'other-account' });
  const code = await askForCode(page);
  await expectAccessible(page);
  await decide(page, code, 'Approve');
  const signIn = section(page, 'Sign in at Microsoft');
  await expect(signIn.getByRole('button', { name: 'Keep this account' })).toBeVisible();
  await expectAccessible(page);
  await signIn.getByRole('button', { name: 'Keep this account' }).click();
  await system.choose('smtp-auth-disabled-mailbox');
  await section(page, 'Check').getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(section(page, 'Check').getByText('Exchange administrator')).toBeVisible();
  await expectAccessible(page);
});

test('on a telephone', async ({ page, system }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await system.openSignedIn();
  await signInAtMicrosoft(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('navigation', { name: 'Service Center' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Service Center' }).getByRole('link', { name: /^E-mail forwarding/ }).click();
  await page.getByRole('button', { name: 'Guide' }).click();
  await expect(page.getByRole('complementary', { name: 'Guide' })).toBeVisible();
});

test('with the keyboard alone', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByLabel('E-mail address').focus();
  await page.keyboard.type('pbx@contoso.com');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4');
  await page.keyboard.press('Tab');
  await page.keyboard.type('contoso.com');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('User code')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sign in at Microsoft' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Authorization Link' })).toBeFocused();
});
