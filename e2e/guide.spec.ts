import fs from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { permissions } from '../contract/permissions.ts';
import { paths } from '../src/paths.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test, values } from './fixtures.ts';
import { askForCode, fillBasic, fillSettings } from './journeys.ts';

function guide(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Guide' });
}

/** Opens a step of the guide, by its title. */
async function openStep(page: Page, title: string): Promise<Locator> {
  await guide(page).getByText(title, { exact: true }).click();
  return guide(page).getByRole('group').filter({ hasText: title });
}

test('the guide follows what is typed: links and values of this application', async ({ page, system }) => {
  await system.openSignedIn();
  const consent = await openStep(page, 'Grant admin consent');
  await expect(consent.getByText('their link comes here with Application ID and Tenant ID')).toBeVisible();
  await expect(consent.getByRole('link')).toHaveAttribute('href', 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade');
  await fillSettings(page);
  await expect(consent.getByText(`https://login.microsoftonline.com/contoso.com/adminconsent?client_id=${values.applicationId}`)).toBeVisible();
  await expect(consent.getByRole('link', { name: /adminconsent/ })).toHaveAttribute('href', `https://login.microsoftonline.com/contoso.com/adminconsent?client_id=${values.applicationId}`);
  await expect(consent.getByRole('link', { name: /^API permissions/ })).toHaveAttribute('href', new RegExp(`/CallAnAPI/appId/${values.applicationId}$`));
  await page.getByLabel('Application ID').fill(values.applicationId.slice(1));
  await expect(consent.getByText('adminconsent')).toHaveCount(0);

  const smtpAuth = await openStep(page, 'Let the mailbox send by SMTP');
  await expect(smtpAuth.getByText("$mailbox = 'pbx@contoso.com'")).toBeVisible();
  await page.getByLabel('E-mail address').fill("o'neill@contoso.com");
  await expect(smtpAuth.getByText("$mailbox = 'o''neill@contoso.com'")).toBeVisible();
});

test('the cloud decides where links lead and what the scripts say', async ({ page, system }) => {
  await system.openSignedIn();
  await fillSettings(page);
  const consent = await openStep(page, 'Grant admin consent');
  const smtpAuth = await openStep(page, 'Let the mailbox send by SMTP');
  await page.getByText('Advanced', { exact: true }).click();
  await page.getByLabel('Cloud').selectOption('US Government GCC High');
  await expect(consent.getByRole('link', { name: /^API permissions/ })).toHaveAttribute('href', /^https:\/\/entra\.microsoft\.us\//);
  await expect(consent.getByRole('link', { name: /adminconsent/ })).toHaveAttribute('href', /^https:\/\/login\.microsoftonline\.us\/contoso\.com\/adminconsent/);
  await expect(smtpAuth.getByText('Connect-ExchangeOnline -ShowBanner:$false -ExchangeEnvironmentName O365USGovGCCHigh')).toBeVisible();
  await page.getByLabel('Sign in as').fill('joe@contoso.com');
  const sendAs = await openStep(page, 'Let the account send as the mailbox');
  await expect(sendAs.getByText("$account = 'joe@contoso.com'")).toBeVisible();
  await expect(smtpAuth.getByText("$mailbox = 'joe@contoso.com'")).toBeVisible();
});

test('the application: its own permission, a secret, and Exchange gets to know it; no secret on a sheet', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByLabel('Auth Method').selectOption('Microsoft OAuth 2.0 (application)');
  await fillSettings(page);
  await page.getByLabel('Client Secret').first().fill('a-Secret~Value');
  const [needed] = permissions['email-forwarding/microsoft-oauth-application'].names;
  const step = await openStep(page, 'Add the permissions');
  await expect(step.getByRole('button', { name: `Copy ${needed}` })).toBeVisible();
  await expect(guide(page).getByText('Allow public client flows')).toHaveCount(0);
  const principal = await openStep(page, 'Let the application use the mailbox');
  await expect(principal.getByText("$objectId = '<object-id>'")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  for (const owner of ['entra', 'exchange'] as const) {
    await page.goto(new URL(paths.emailForwardingSheet(owner), page.url()).href);
    await expect(page.getByRole('definition').filter({ hasText: values.applicationId })).toBeVisible();
    expect(await page.content()).not.toContain('a-Secret~Value');
  }
});

test('each value is copied, a script can be taken along, and the old name of a place stands beside it', async ({ page, system, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await system.openSignedIn();
  await fillSettings(page);
  const step = await openStep(page, 'Add the permissions');
  for (const name of permissions['email-forwarding/microsoft-oauth'].names) {
    await step.getByRole('button', { name: `Copy ${name}` }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(name);
  }
  const publicClient = await openStep(page, 'Allow public client flows');
  await expect(publicClient.getByText('formerly: Authentication → Advanced settings → Device Code Flow')).toBeVisible();
  const enterpriseApp = await openStep(page, 'Find its enterprise app');
  const downloading = page.waitForEvent('download');
  await enterpriseApp.getByRole('button', { name: 'Download enterprise-app.ps1' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('enterprise-app.ps1');
  expect(fs.readFileSync(await download.path(), 'utf8')).toContain(`$appId = '${values.applicationId}'\r\n`);
});

test('a personal account has no administrators, Basic authentication its own words', async ({ page, system }) => {
  await system.openSignedIn();
  await fillSettings(page, { tenantId: 'consumers' });
  await expect(guide(page).getByRole('listitem')).toHaveCount(4);
  await expect(guide(page).getByText('Exchange administrator')).toHaveCount(0);
  await fillBasic(page);
  await expect(guide(page).getByRole('heading', { name: 'With Basic authentication' })).toBeVisible();
});

test('all steps open, on a screen and on a telephone, are accessible', async ({ page, system }) => {
  await system.openSignedIn();
  await fillSettings(page);
  await guide(page).getByRole('button', { name: 'Open all steps' }).click();
  await expect(guide(page).getByText('Disconnect-ExchangeOnline')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: 'Guide' }).click();
  await expectAccessible(page);
  await guide(page).getByRole('button', { name: 'Close all steps' }).click();
  await expect(guide(page).getByText('Disconnect-ExchangeOnline')).toHaveCount(0);
});

test('a sheet before anything is saved: what is open stands in angle brackets', async ({ page, system }) => {
  await system.openSignedIn();
  await guide(page).getByRole('link', { name: 'Print for the Entra administrator' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'E-mail forwarding: for the Entra administrator' })).toBeFocused();
  await expect(page.getByText('Nothing is saved yet.')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: '<tenant-id>' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'E-mail forwarding' })).toBeVisible();
});

const sheets = [
  ['entra', 'E-mail forwarding: for the Entra administrator', `https://login.microsoftonline.com/contoso.com/adminconsent?client_id=${values.applicationId}`],
  ['exchange', 'E-mail forwarding: for the Exchange administrator', "$mailbox = 'pbx@contoso.com'"],
] as const;

for (const [owner, title, content] of sheets) {
  test(`the sheet of what is saved: ${owner}`, async ({ page, system }) => {
    await system.openSignedIn();
    // Basic authentication leaves a password behind, which must not come along.
    await fillBasic(page);
    await page.getByLabel('Auth Method').selectOption('Microsoft OAuth 2.0');
    const code = await askForCode(page);
    await page.goto(new URL(paths.emailForwardingSheet(owner), page.url()).href);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page).toHaveTitle(`${title} · Postern`);
    const sheet = page.getByRole('main');
    await expect(sheet.getByText(content)).toBeVisible();
    await expect(sheet.getByRole('definition').filter({ hasText: values.applicationId })).toBeVisible();
    const text = await sheet.innerText();
    for (const secret of [code, 'correct horse battery']) expect(text).not.toContain(secret);
    await expectAccessible(page);

    await page.evaluate(() => (window.print = () => (document.body.dataset['printed'] = 'yes')));
    await page.getByRole('button', { name: 'Print' }).click();
    await expect(page.locator('body')).toHaveAttribute('data-printed', 'yes');
    await page.emulateMedia({ media: 'print' });
    for (const hidden of [page.getByRole('banner'), page.getByRole('navigation'), page.getByRole('button'), page.getByRole('link', { name: 'Back', exact: true })]) await expect(hidden).toHaveCount(0);
    await expect(sheet.getByText(content)).toBeVisible();
    expect(await page.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor])).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });
}

test('a sheet for nobody is no page', async ({ page, system }) => {
  await system.openSignedIn();
  await page.goto(new URL(`${paths.emailForwarding()}/sheet/nobody`, page.url()).href);
  await expect(page.getByText('There is no page at this address')).toBeVisible();
});
