import type { Locator, Page } from '@playwright/test';
import { permissions } from '../contract/permissions.ts';
import { paths } from '../src/paths.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { fillOwnServer, fillProvider, openTab, providerValues, save } from './provider-journeys.ts';

const [calendar, pst] = ['exchange-calendar-integration', 'exchange-pst'] as const;
const { applicationId } = providerValues;

/** Opens a step of the guide, by its title. */
async function openStep(page: Page, title: string): Promise<Locator> {
  const guide = page.getByRole('complementary', { name: 'Guide' });
  await guide.getByText(title, { exact: true }).click();
  return guide.getByRole('group').filter({ hasText: title });
}

test('the permission follows the access: what is needed, what the handbook names in vain, and who consents', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  await fillProvider(page);
  const step = await openStep(page, 'Add the permission');
  for (const name of permissions['exchange-calendar/graph'].names) await expect(step.getByRole('button', { name: `Copy ${name}` })).toBeVisible();
  await expect(step.getByRole('link', { name: /Microsoft Graph → Application permissions/ })).toHaveAttribute('href', new RegExp(`^https://entra\\.microsoft\\.com/.*/CallAnAPI/appId/${applicationId}$`));
  const consent = await openStep(page, 'Grant admin consent');
  await expect(consent.getByRole('link', { name: /adminconsent/ })).toHaveAttribute('href', `https://login.microsoftonline.com/contoso.com/adminconsent?client_id=${applicationId}`);
  await expect(consent.getByText('It takes a Privileged Role Administrator or a Global Administrator')).toBeVisible();
  await page.getByLabel('Access').selectOption('Exchange Web Services');
  for (const name of permissions['exchange-calendar/ews'].names) await expect(step.getByRole('button', { name: `Copy ${name}` })).toBeVisible();
  await expect(step.getByText(permissions['exchange-calendar/ews'].apiId)).toBeVisible();
  await expect(step.getByText('which is called Calendars.ReadWrite.All, is not needed')).toBeVisible();
  await expect(consent.getByText('Cloud Application Administrator is enough')).toBeVisible();
});

test('the Exchange administrator: the list for EWS, and some mailboxes instead of all; in the cloud of the form', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, pst);
  await fillProvider(page);
  await page.getByText('Advanced', { exact: true }).click();
  await page.getByLabel('Cloud').selectOption('US Government GCC High');
  const list = await openStep(page, 'Put the application on the list for EWS');
  await expect(list.getByText(`$appId = '${applicationId}'`)).toBeVisible();
  await expect(list.getByText('-ExchangeEnvironmentName O365USGovGCCHigh')).toBeVisible();
  const scope = await openStep(page, 'Limit the application to some mailboxes');
  await expect(scope.getByText("$role = 'Application EWS.AccessAsApp'")).toBeVisible();
  await expect(scope.getByText("$objectId = '<object-id>'")).toBeVisible();
  const folders = await openStep(page, 'Let the account read the public folders');
  await expect(folders.getByText("$account = 'pbx@contoso.com'")).toBeVisible();
});

test('a server of one’s own: what it needs, without Microsoft’s portal', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  await fillOwnServer(page);
  const guide = page.getByRole('complementary', { name: 'Guide' });
  await expect(guide.getByRole('heading', { name: 'At your Exchange server' })).toBeVisible();
  await expect(guide.getByText('Entra administrator')).toHaveCount(0);
  const password = await openStep(page, 'Let EWS take a password');
  await expect(password.getByText('Set-WebServicesVirtualDirectory -BasicAuthentication $true')).toBeVisible();
  const impersonation = await openStep(page, 'Let the account read the calendars');
  await expect(impersonation.getByText("$account = 'CONTOSO\\pbx'")).toBeVisible();
});

const sheets = [
  [calendar, 'entra', 'Exchange Calendar Integration: for the Entra administrator', `https://login.microsoftonline.com/contoso.com/adminconsent?client_id=${applicationId}`],
  [calendar, 'exchange', 'Exchange Calendar Integration: for the Exchange administrator', "$role = 'Application Calendars.Read'"],
  [pst, 'exchange', 'Exchange PST: for the Exchange administrator', "$account = 'pbx@contoso.com'"],
] as const;
for (const [tab, owner, title, content] of sheets) {
  test(`the sheet of what is saved: ${tab}, ${owner}`, async ({ page, system }) => {
    await system.openSignedIn();
    await openTab(page, tab);
    await fillProvider(page);
    await save(page);
    await page.getByRole('link', { name: `Print for the ${owner === 'entra' ? 'Entra' : 'Exchange'} administrator` }).click();
    await expect(page).toHaveURL(new RegExp(`${paths.externalProvidersSheet(tab, owner)}$`));
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByText(content)).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: applicationId })).toBeVisible();
    expect(await page.content()).not.toContain('right-value');
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Back', exact: true }).click();
    await expect(page.getByRole('tabpanel')).toBeVisible();
  });
}
