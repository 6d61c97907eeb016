import { api } from '../contract/addresses.ts';
import { paths } from '../src/paths.ts';
import { expect, test } from './fixtures.ts';
import { section, signInAtMicrosoft } from './journeys.ts';
import { forwarding, openApplications, putSettings, renew, secretOf, setUpThree } from './microsoft-applications-journeys.ts';

test('nothing is set up: it says what an application is for, and where one comes from', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByRole('link', { name: 'UC Suite' }).first().click();
  await page.getByRole('link', { name: 'Microsoft applications' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Microsoft applications' })).toBeVisible();
  await expect(page.getByText('No application yet')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'E-mail forwarding' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'E-mail forwarding' })).toBeVisible();
});

test('a new secret for three functions: checked for all, switched for all, and the old one goes once the new one was used', async ({ page, system }) => {
  await system.openSignedIn();
  await setUpThree(page);
  await openApplications(page);
  const secret = secretOf(page);
  await expect(secret.getByText(/…k7W.*set on/)).toBeVisible();
  await secret.getByRole('button', { name: 'Renew secret' }).click();
  await page.getByRole('button', { name: 'Check and switch' }).click();
  await expect(page.getByLabel('New Client Secret')).toHaveAccessibleDescription(/This is needed\./);
  await expect(page.getByLabel('New Client Secret')).toBeFocused();
  await page.getByLabel('Secret expires on').fill('2027-11-20');
  await page.getByLabel('New Client Secret').fill('Zos8Q~newer-value-of-a-client-secret-z3A');
  await page.getByRole('button', { name: 'Check and switch' }).click();
  await expect(secret.getByText(/All have the new secret …z3A/)).toBeVisible();
  await expect(secret.getByText(/…z3A.*ends on/)).toBeVisible();
  // Each is checked by itself, with nobody doing anything.
  await expect(secret.getByText(/the old one is dropped here/)).toBeVisible({ timeout: 30_000 });
  await expect(section(page, 'Application').getByRole('row', { name: /Queue pilots \(1\).*Working/ })).toBeVisible();
  await page.goto(new URL(paths.eventLog(), page.url()).href);
  for (const said of [/Old Client Secret of application .+ dropped/, /New Client Secret for application .+ switched for all 3/, /begun: 3 use it/]) await expect(page.getByRole('row', { name: said })).toBeVisible();
  expect(await page.content()).not.toContain('newer-value');
});

test('one of them is refused: none is switched, and it says for whom and why; mended, it is checked again without typing it', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'all-well' });
  await setUpThree(page);
  await system.choose('pop3-no-permission');
  await openApplications(page);
  await renew(page);
  const secret = secretOf(page);
  await expect(secret.getByText(/The new secret …z3A was not switched, for anybody\. 1 of 3 failed with it/)).toBeVisible();
  await expect(secret.getByText(/…k7W.*set on/)).toBeVisible();
  await expect(secret.getByRole('row', { name: /E-mail forwarding.*works with the new secret/ })).toBeVisible();
  const refused = secret.getByRole('row', { name: /Sales · sales@contoso\.com/ });
  await refused.locator('summary').click();
  await expect(refused.getByText('Exchange administrator', { exact: true })).toBeVisible();
  await system.choose('all-well');
  await secret.getByRole('button', { name: 'Check again' }).click();
  await expect(secret.getByText(/All have the new secret …z3A/)).toBeVisible();
});

test('a wrong secret is accepted for nobody, and cannot be switched; a Secret ID is known at its field', async ({ page, system }) => {
  await system.openSignedIn();
  await setUpThree(page);
  await system.choose('secret-wrong');
  await openApplications(page);
  await renew(page);
  const secret = secretOf(page);
  await expect(secret.getByText(/3 of 3 failed with it/)).toBeVisible();
  await expect(secret.getByRole('button', { name: 'Switch for all nevertheless' })).toHaveCount(0);
  await secret.getByRole('button', { name: 'Discard the new secret' }).click();
  await expect(secret.getByText(/failed with it/)).toHaveCount(0);
  await renew(page, '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4');
  await expect(page.getByText(/This is the Secret ID/)).toBeVisible();
  await page.getByRole('button', { name: 'Clear it' }).click();
  await page.getByLabel('New Client Secret').fill('Zos8Q~right-value-of-a-client-secret-k7W');
  await page.getByRole('button', { name: 'Check and switch' }).click();
  await expect(page.getByLabel('New Client Secret')).toHaveAccessibleDescription(/This is the secret that is stored already/);
  await expect(page.getByLabel('New Client Secret')).toHaveValue('Zos8Q~right-value-of-a-client-secret-k7W');
});

test('reloaded in the middle it goes on; cancelled, the secret is kept, and checked again without typing it', async ({ page, system }) => {
  await system.openSignedIn();
  await setUpThree(page);
  await system.choose('identity-silent');
  await openApplications(page);
  await renew(page);
  const secret = secretOf(page);
  await expect(secret.getByText(/0 of 3 checked/)).toBeVisible();
  await page.reload();
  await expect(secret.getByText(/0 of 3 checked/)).toBeVisible();
  await expect(secret.getByText(/The new secret …z3A, entered by admin/)).toBeVisible();
  await secret.getByRole('button', { name: 'Cancel' }).click();
  await expect(secret.getByText(/was cancelled; nothing was switched/)).toBeVisible();
  await system.choose('all-well');
  await secret.getByRole('button', { name: 'Check again' }).click();
  await expect(secret.getByText(/All have the new secret …z3A/)).toBeVisible();
});

test('somebody saves one of them meanwhile: it stops and names it, nothing is switched, and what is saved now is checked', async ({ page, system }) => {
  await system.openSignedIn();
  await setUpThree(page);
  await system.choose('all-well', 1_500);
  await openApplications(page);
  await renew(page);
  const secret = secretOf(page);
  await expect(secret.getByText(/0 of 3 checked/)).toBeVisible();
  const { clientSecret: _secret, ...kept } = forwarding;
  await putSettings(page, api.emailForwarding, { ...kept, emailAddress: 'pbx2@contoso.com' });
  await expect(secret.getByText(/The new secret …z3A was not switched, for anybody\. Somebody saved/)).toBeVisible({ timeout: 30_000 });
  await expect(secret.getByRole('row', { name: /E-mail forwarding.*was saved by somebody meanwhile/ })).toBeVisible();
  await expect(secret.getByText(/…k7W.*set on/)).toBeVisible();
  await system.choose('all-well');
  await secret.getByRole('button', { name: 'Check again' }).click();
  await expect(secret.getByText(/All have the new secret …z3A/)).toBeVisible();
});

test('a tenant by its domain and by its GUID is one application; different secrets are shown as different', async ({ page, system }) => {
  await system.openSignedIn();
  await setUpThree(page);
  await openApplications(page);
  await section(page, 'Permissions').getByRole('link', { name: 'E-mail forwarding: check' }).click();
  await page.getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(page.locator('.page-state')).toHaveText(/Working/);
  await openApplications(page);
  const guid = (await section(page, 'Application').getByText(/^[0-9a-f-]{36}$/).allTextContents()).find((text) => text !== forwarding.applicationId) ?? '';
  await putSettings(page, api.exchangeCalendar, { ...forwarding, emailAddress: undefined, smtp: undefined, authMethod: 'microsoft-oauth', access: 'graph', server: 'https://graph.microsoft.com/v1.0', username: 'pbx@contoso.com', scope: 'https://graph.microsoft.com/.default', tenantId: guid, clientSecret: 'Zos8Q~other-value-of-a-client-secret-x9Q' });
  await openApplications(page);
  await expect(secretOf(page).getByText('Its users have different secrets.')).toBeVisible();
  await expect(secretOf(page).getByRole('listitem').filter({ hasText: '…x9Q' })).toHaveText(/used by Exchange Calendar Integration/);
  await expect(secretOf(page).getByRole('listitem').filter({ hasText: '…k7W' })).toHaveText(/used by E-mail forwarding and 1 more/);
  await renew(page);
  await expect(secretOf(page).getByText(/All have the new secret …z3A/)).toBeVisible();
  await expect(secretOf(page).getByText('Its users have different secrets.')).toHaveCount(0);
});

test('what the token lacks is named with who must act, and what it has too much with the risk', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'role-missing' });
  await putSettings(page, api.emailForwarding, forwarding);
  await page.goto(new URL(paths.emailForwarding(), page.url()).href);
  await page.getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(page.locator('.page-state')).toHaveText(/Not working/);
  await openApplications(page);
  const permissions = section(page, 'Permissions');
  await expect(permissions.getByRole('row', { name: /SMTP\.SendAsApp.*missing.*E-mail forwarding/ })).toBeVisible();
  await expect(permissions.getByText(/An Entra administrator adds what is missing/)).toBeVisible();
  await expect(permissions.getByRole('link', { name: /Grant admin consent/ })).toHaveAttribute('href', /adminconsent\?client_id=4f6ef1c2/);
});

test('signed in by a code there is an application without a secret, with what the sign-in was granted', async ({ page, system }) => {
  await system.openSignedIn();
  await signInAtMicrosoft(page);
  await openApplications(page);
  await expect(secretOf(page).getByText(/E-mail forwarding signs in by a code/)).toBeVisible();
  await expect(section(page, 'Permissions').getByRole('row', { name: /SMTP\.Send .*granted/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Renew secret' })).toHaveCount(0);
});
