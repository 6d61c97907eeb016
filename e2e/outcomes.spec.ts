import { expect, test, values } from './fixtures.ts';
import { askForCode, decide, fillSettings, ladder, readCode, section, signInAtMicrosoft } from './journeys.ts';

test('declined on the sign-in page', async ({ page, system }) => {
  await system.openSignedIn();
  await decide(page, await askForCode(page), 'Decline');
  const signIn = section(page, 'Sign in at Microsoft');
  await expect(signIn.getByText('The sign-in was declined in the browser.')).toBeVisible();
  await signIn.getByRole('button', { name: 'Get a new code' }).click();
  await readCode(page);
});

test('declined by the scenario', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'declined' });
  await askForCode(page);
  await expect(section(page, 'Sign in at Microsoft').getByText('The sign-in was declined in the browser.')).toBeVisible();
});

test('the code expires', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'expired' });
  await askForCode(page);
  const signIn = section(page, 'Sign in at Microsoft');
  await expect(signIn.getByText('The code ran out before anybody signed in with it.')).toBeVisible();
  await system.choose('all-well');
  await signIn.getByRole('button', { name: 'Get a new code' }).click();
  await decide(page, await readCode(page), 'Approve');
  await expect(signIn.getByText('Token valid until')).toBeVisible();
});

test('another account signs in, and is kept for the shared mailbox', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'other-account' });
  await decide(page, await askForCode(page), 'Approve');
  const signIn = section(page, 'Sign in at Microsoft');
  await expect(signIn.getByText(/admin@contoso\.com has signed in, but pbx@contoso\.com is configured/)).toBeVisible();
  await page.reload();
  await signIn.getByRole('button', { name: 'Keep this account' }).click();
  await expect(signIn.getByText('signed in as admin@contoso.com')).toBeVisible();
  await expect(section(page, 'Settings').getByText('admin@contoso.com')).toBeVisible();
});

test('another account is dropped, and the sign-in is made again', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'other-account' });
  await decide(page, await askForCode(page), 'Approve');
  const signIn = section(page, 'Sign in at Microsoft');
  await expect(signIn.getByRole('button', { name: 'Drop it' })).toBeVisible();
  await system.choose('all-well');
  await signIn.getByRole('button', { name: 'Sign in again' }).click();
  await decide(page, await readCode(page), 'Approve');
  await expect(signIn.getByText('signed in as pbx@contoso.com')).toBeVisible();
});

test('an application that Microsoft does not know: the field is marked, and corrected', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'app-not-found' });
  await fillSettings(page);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  const signIn = section(page, 'Sign in at Microsoft');
  await expect(signIn.getByText(`Microsoft knows no application ${values.applicationId} in the tenant contoso.com.`)).toBeVisible();
  await expect(signIn.getByText(/AADSTS700016/)).toBeVisible();
  await signIn.getByRole('button', { name: 'Correct the settings' }).click();
  await expect(page.getByLabel('Application ID')).toBeFocused();
  await expect(page.getByLabel('Application ID')).toHaveAccessibleDescription(/Microsoft refused the sign-in because of this value/);
  await system.choose('all-well');
  await fillSettings(page, { applicationId: '8b80d7a0-9667-4736-a396-1c2d3e4f5a6b' });
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await readCode(page);
});

test('SMTP AUTH is off for the mailbox: cause, owner and the command, filled in', async ({ page, system }) => {
  await system.openSignedIn();
  await signInAtMicrosoft(page);
  await system.choose('smtp-auth-disabled-mailbox');
  const check = section(page, 'Check');
  await check.getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(check.getByText('Sending by SMTP is switched off for this mailbox. OAuth needs it, too.')).toBeVisible();
  await expect(check.getByText('Exchange administrator')).toBeVisible();
  await expect(check.getByText('Set-CASMailbox -Identity pbx@contoso.com -SmtpClientAuthenticationDisabled $false')).toBeVisible();
  await expect(check.getByText(/535 5\.7\.139/)).toBeVisible();
  await expect(ladder(page).last()).toHaveText(/not reached/);
  await expect(page.locator('.page-state')).toHaveText(/Not working/);

  await page.getByLabel('Language').selectOption('de');
  await expect(section(page, 'Prüfen').getByText('Das Senden über SMTP ist für dieses Postfach ausgeschaltet. Auch OAuth braucht es.')).toBeVisible();

  await system.choose('all-well');
  await section(page, 'Prüfen').getByRole('button', { name: 'Erneut prüfen' }).click();
  await expect(page.locator('.page-state')).toHaveText(/Funktioniert · geprüft jetzt/);
});

// Each outcome has its own screen: its title, what Microsoft said, and the step that comes next.
const outcomes: [string, RegExp, RegExp, string][] = [
  ['consent-missing', /^Consent is missing/, /AADSTS65001/, 'Consent is given: get a new code'],
  ['admin-consent-needed', /^Consent is missing/, /AADSTS90094/, 'Consent is given: get a new code'],
  ['mfa-needed', /^A second factor is needed/, /AADSTS50076/, 'Get a new code'],
  ['mfa-registration-needed', /^A second factor is needed/, /AADSTS50079/, 'Get a new code'],
  ['user-not-assigned', /^The account is not assigned to the application/, /AADSTS50105/, 'It is assigned: get a new code'],
  ['security-defaults', /^A policy of the tenant blocks this way of signing in/, /AADSTS530035/, 'Try again'],
  ['identity-not-reached', /^Microsoft cannot be reached/, /ECONNREFUSED/, 'Try again'],
];
for (const [scenario, title, answer, next] of outcomes) {
  test(`${scenario}: its own screen, and the way on`, async ({ page, system }) => {
    await system.openSignedIn({ scenario });
    await fillSettings(page);
    await page.getByRole('button', { name: 'OK & Next' }).click();
    const signIn = section(page, 'Sign in at Microsoft');
    await expect(signIn.getByRole('heading', { level: 3, name: title })).toBeVisible({ timeout: 15_000 });
    await expect(signIn.getByText(answer)).toBeVisible();
    await system.choose('all-well');
    await signIn.getByRole('button', { name: next }).click();
    await readCode(page);
  });
}

test('consent is missing: the link for this application, to open or to hand over', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'consent-missing' });
  await fillSettings(page);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  const signIn = section(page, 'Sign in at Microsoft');
  const link = signIn.locator('.diagnosis').getByRole('link');
  await expect(link).toHaveAttribute('href', `https://login.microsoftonline.com/contoso.com/adminconsent?client_id=${values.applicationId}`, { timeout: 15_000 });
  await expect(signIn.locator('.diagnosis').getByRole('button', { name: /^Copy link/ })).toBeVisible();
});

test('the ids are swapped: Microsoft’s answer shows it, and one click mends it', async ({ page, system }) => {
  await system.openSignedIn();
  await fillSettings(page, { applicationId: '8b80d7a0-9667-4736-a396-1c2d3e4f5a6b', tenantId: values.applicationId });
  await page.getByRole('button', { name: 'OK & Next' }).click();
  const signIn = section(page, 'Sign in at Microsoft');
  await expect(signIn.getByText(/Application ID and Tenant ID are swapped/)).toBeVisible();
  await signIn.getByRole('button', { name: 'Swap Application ID and Tenant ID' }).click();
  await expect(page.getByLabel('Application ID')).toHaveValue(values.applicationId);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await readCode(page);
});

test('the tenant is one of another cloud: it is chosen by a click, with its mail server', async ({ page, system }) => {
  await system.openSignedIn();
  await fillSettings(page, { tenantId: 'contoso.onmicrosoft.us' });
  await page.getByLabel('Tenant ID').blur();
  await page.getByRole('button', { name: /US Government GCC High/ }).click();
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await readCode(page);
  await expect(section(page, 'Settings').getByText('outlook.office365.us:587')).toBeVisible();
});

const ends: [string, RegExp][] = [
  ['refresh-token-revoked', /AADSTS50173/],
  ['refresh-token-blocked', /AADSTS530036/],
];
for (const [scenario, answer] of ends) {
  test(`${scenario}: the sign-in has ended, with the reason and since when; a check says the same`, async ({ page, system }) => {
    await system.openSignedIn({ scenario });
    await decide(page, await askForCode(page), 'Approve');
    const signIn = section(page, 'Sign in at Microsoft');
    await expect(signIn.getByRole('heading', { level: 3, name: /^Somebody must sign in again since/ })).toBeVisible({ timeout: 20_000 });
    await expect(signIn.getByText(answer)).toBeVisible();
    await expect(page.locator('.page-state')).toHaveText(/Sign-in required/);
    const check = section(page, 'Check');
    await check.getByRole('button', { name: 'Check e-mail forwarding' }).click();
    await expect(ladder(page).nth(5)).toHaveText(/Failed:/);
    await expect(check.getByText(answer)).toBeVisible();
    await system.choose('all-well');
    await signIn.getByRole('button', { name: 'Sign in again' }).click();
    await decide(page, await readCode(page), 'Approve');
    await expect(signIn.getByText('Token valid until')).toBeVisible();
  });
}

test('Microsoft stops answering while the code waits: said, tried on, and it goes on when it is back', async ({ page, system }) => {
  await system.openSignedIn();
  const code = await askForCode(page);
  await system.choose('identity-500');
  const signIn = section(page, 'Sign in at Microsoft');
  await expect(signIn.getByText('Microsoft cannot be asked at the moment whether somebody has signed in.')).toBeVisible();
  await system.choose('all-well');
  await decide(page, code, 'Approve');
  await expect(signIn.getByText('Token valid until')).toBeVisible({ timeout: 20_000 });
});
