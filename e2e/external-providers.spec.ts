import { paths } from '../src/paths.ts';
import { expect, test } from './fixtures.ts';
import { fillSettings, ladder, section } from './journeys.ts';
import { fillOwnServer, fillProvider, openTab, providerValues, save } from './provider-journeys.ts';

const [calendar, pst] = ['exchange-calendar-integration', 'exchange-pst'] as const;
const places = {
  graph: ['https://graph.microsoft.com/v1.0', 'https://graph.microsoft.com/.default'],
  ews: ['https://outlook.office365.com/EWS/Exchange.asmx', 'https://outlook.office365.com/.default'],
  ewsInChina: ['https://partner.outlook.cn/EWS/Exchange.asmx', 'https://partner.outlook.cn/.default'],
} as const;

test('from the navigation bar to the tabs, each with its address and its title, also without a mouse', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByRole('navigation', { name: 'Task centers' }).getByRole('link', { name: 'UC Suite' }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.externalProviders(calendar)}$`));
  await expect(page).toHaveTitle('Exchange Calendar Integration · External Providers Config · Postern');
  await expect(page.getByRole('navigation', { name: 'UC Suite' }).getByRole('link').first()).toHaveText(/External Providers Config.*Exchange Calendar Integration: Not set up.*Exchange PST: Not set up/);
  const [first, second] = [page.getByRole('tab', { name: 'Exchange Calendar Integration' }), page.getByRole('tab', { name: 'Exchange PST' })];
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(second).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(new RegExp(`${paths.externalProviders(pst)}$`));
  await expect(page).toHaveTitle('Exchange PST · External Providers Config · Postern');
  await expect(second).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tabpanel', { name: 'Exchange Calendar Integration' })).toBeVisible();
  await page.goto(new URL(`${paths.externalProviders()}/nothing`, page.url()).href);
  await expect(page.getByText('There is no page at this address')).toBeVisible();
});

for (const tab of [calendar, pst]) {
  test(`nothing filled in, ${tab}: the fields that are needed say so`, async ({ page, system }) => {
    await system.openSignedIn();
    await openTab(page, tab);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    for (const name of ['Username', 'Tenant ID', 'Application ID']) await expect(page.getByLabel(name)).toHaveAccessibleDescription(/This is needed\./);
    await expect(page.getByLabel('Username')).toBeFocused();
    await fillProvider(page, { clientSecret: '' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByLabel('Client Secret')).toHaveAccessibleDescription(/This is needed\./);
    await page.getByLabel('Auth Method').selectOption('Basic authentication');
    await page.getByLabel('Username').clear();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    for (const name of ['Server', 'Username']) await expect(page.getByLabel(name)).toHaveAccessibleDescription(/This is needed\./);
    await expect(page.getByLabel('Server')).toBeFocused();
  });
}

test('Microsoft Graph: saved, checked, read as it was saved; nothing of the secret is seen again', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  await expect(page.getByLabel('Access')).toHaveValue('graph');
  await fillProvider(page);
  await page.getByLabel('Secret expires on').fill('2027-11-24');
  await save(page);
  await section(page, 'Check').getByRole('button', { name: 'Check connection' }).click();
  await expect(ladder(page).last()).toHaveText(/Passed: Calendar of pbx@contoso\.com read/);
  await expect(ladder(page).nth(6)).toHaveText(/Permission Calendars\.Read granted/);
  await expect(page.locator('.page-state')).toHaveText(/Working · checked now/);
  await page.reload();
  await expect(page.getByLabel('Client Secret')).toHaveValue('');
  await expect(page.getByLabel('Client Secret')).toHaveAccessibleDescription(/^Set on .+ ends in …k7W\. Leave it empty to keep it\.$/);
  await expect(page.getByLabel('Secret expires on')).toHaveValue('2027-11-24');
  await expect(page.getByLabel('Username')).toHaveValue(providerValues.username);
  await expect(ladder(page).last()).toHaveText(/Calendar of pbx@contoso\.com read/);
  expect(await page.content()).not.toContain('right-value');
});

test('Exchange Web Services: calendar and public folders, with the permission that they need', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  await page.getByLabel('Access').selectOption('Exchange Web Services');
  await fillProvider(page);
  await save(page);
  await section(page, 'Check').getByRole('button', { name: 'Check connection' }).click();
  await expect(ladder(page).last()).toHaveText(/Passed: Calendar of pbx@contoso\.com read/);
  await expect(ladder(page).nth(6)).toHaveText(/Permission full_access_as_app granted/);
  await page.getByRole('tab', { name: 'Exchange PST' }).click();
  await expect(page.getByLabel('Access')).toHaveCount(0);
  await fillProvider(page);
  await save(page);
  await section(page, 'Check').getByRole('button', { name: 'Check connection' }).click();
  await expect(ladder(page).last()).toHaveText(/Passed: Root of the public folders read/);
  await expect(page.locator('.page-state')).toHaveText(/Working(?:, with a warning)? · checked now/);
});

test('a server of the company’s own: a password, no notice, and a wrong one leads to its field', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  await fillOwnServer(page, 'wrong');
  await expect(page.getByLabel('Access')).toHaveCount(0);
  await save(page);
  const check = section(page, 'Check');
  await check.getByRole('button', { name: 'Check connection' }).click();
  await check.getByRole('button', { name: 'Correct the settings' }).click();
  await expect(page.getByLabel('Password')).toBeFocused();
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/The check failed because of this value/);
  await page.getByLabel('Password').fill('correct horse battery');
  await expect(page.getByLabel('Password')).not.toHaveAccessibleDescription(/The check failed/);
  await save(page);
  await check.getByRole('button', { name: 'Check connection' }).click();
  await expect(ladder(page).last()).toHaveText(/Passed: Calendar of .+ read/);
  await expect(page.getByText('Exchange Online has blocked')).toHaveCount(0);
  await page.getByLabel('Server').fill('https://mail.contoso.com/EWS/Exchange.asmx');
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/entered for another server or name/);
});

test('server and scope follow access and cloud until somebody edits them', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  const expectPlace = async ([server, scope]: readonly [string, string]) => {
    await expect(page.getByLabel('Server')).toHaveValue(server);
    await expect(page.getByLabel('Scope')).toHaveValue(scope);
  };
  await expectPlace(places.graph);
  await page.getByLabel('Access').selectOption('Exchange Web Services');
  await expectPlace(places.ews);
  await page.getByText('Advanced', { exact: true }).click();
  await page.getByLabel('Cloud').selectOption('China (21Vianet)');
  await expectPlace(places.ewsInChina);
  await page.getByLabel('Server').fill('https://mail.contoso.com/EWS/Exchange.asmx');
  await page.getByLabel('Cloud').selectOption('Global (and GCC)');
  await expectPlace(['https://mail.contoso.com/EWS/Exchange.asmx', places.ews[1]]);
  await page.getByLabel('Auth Method').selectOption('Basic authentication');
  await expect(page.getByLabel('Server')).toHaveValue('');
  await page.getByLabel('Auth Method').selectOption('Microsoft OAuth 2.0');
  await expectPlace(['https://mail.contoso.com/EWS/Exchange.asmx', places.ews[1]]);
});

const scopes = [
  [`${places.graph[1]} ${places.ews[1]}`, 'These are several scopes'],
  ['https://graph.microsoft.com/Calendars.Read', 'the scope ends with /.default'],
  ['Calendars.Read', 'A scope is an address'],
  ['https://graph.microsoft.us/.default', 'belongs to another cloud'],
  [places.ews[1], 'is for another API'],
] as const;
test('a scope by hand: what is wrong with it is said, and the right one is a click away', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  const scope = page.getByLabel('Scope');
  for (const [value, sentence] of scopes) {
    await scope.fill(value);
    await scope.blur();
    await expect(scope).toHaveAccessibleDescription(new RegExp(sentence));
    await page.getByRole('button', { name: `Use ${places.graph[1]}` }).click();
    await expect(scope).toHaveValue(places.graph[1]);
    await expect(scope).toBeFocused();
    await expect(scope).not.toHaveAttribute('aria-invalid', 'true');
  }
});

const servers = [
  ['http://exchange.contoso.com/EWS/Exchange.asmx', 'It must begin with https://', 'https://exchange.contoso.com/EWS/Exchange.asmx'],
  ['exchange.contoso.com', 'This is not a web address', 'https://exchange.contoso.com/EWS/Exchange.asmx'],
  ['https://pbx:geheim@exchange.contoso.com/EWS/Exchange.asmx', 'No name and no password', 'https://exchange.contoso.com/EWS/Exchange.asmx'],
  ['https://exchange.contoso.com/EWS/Exchange.asmx#top', 'Nothing with ? or #', 'https://exchange.contoso.com/EWS/Exchange.asmx'],
] as const;
test('a server by hand: what is wrong with it is said, and what was meant is a click away', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, pst);
  await page.getByLabel('Auth Method').selectOption('Basic authentication');
  const server = page.getByLabel('Server');
  for (const [value, sentence, meant] of servers) {
    await server.fill(value);
    await server.blur();
    await expect(server).toHaveAccessibleDescription(new RegExp(sentence.replace('?', '\\?')));
    await page.getByRole('button', { name: `Use ${meant}` }).click();
    await expect(server).toHaveValue(meant);
  }
  await page.getByLabel('Auth Method').selectOption('Microsoft OAuth 2.0');
  await fillProvider(page);
  await server.fill('https://exchange.contoso.com/EWS/Exchange.asmx');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(server).toHaveAccessibleDescription(/A token of Microsoft is sent only to the server/);
  await page.getByRole('button', { name: `Use ${places.ews[0]}` }).click();
  await save(page);
});

test('a password is not for Exchange Online: the way to OAuth is a click', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, pst);
  await page.getByLabel('Auth Method').selectOption('Basic authentication');
  await page.getByLabel('Server').fill(places.ews[0]);
  await page.getByRole('button', { name: 'Use Microsoft OAuth 2.0' }).click();
  await expect(page.getByLabel('Auth Method')).toHaveValue('microsoft-oauth');
  await expect(page.getByLabel('Server')).toHaveValue(places.ews[0]);
});

test('the same application as E-mail forwarding: its IDs, and on the server its secret; another one by typing it', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByLabel('Auth Method').selectOption('Microsoft OAuth 2.0 (application)');
  await fillSettings(page, { applicationId: providerValues.applicationId });
  await page.getByLabel('Client Secret').fill(providerValues.clientSecret);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();

  await openTab(page, calendar);
  await page.getByLabel('Username').fill(providerValues.username);
  await page.getByLabel('Use the same application as …').selectOption('E-mail forwarding');
  await expect(page.getByLabel('Application ID')).toHaveValue(providerValues.applicationId);
  await expect(page.getByLabel('Tenant ID')).toHaveValue('contoso.com');
  const secret = page.getByLabel('Client Secret');
  await expect(secret).toHaveAccessibleDescription(/The secret of E-mail forwarding is used, it ends in …k7W\./);
  await expect(page.getByLabel('Secret expires on')).toHaveCount(0);
  await secret.fill('another-Secret~of-this-application');
  await expect(secret).not.toHaveAccessibleDescription(/The secret of E-mail forwarding is used/);
  await page.getByRole('button', { name: 'Use the secret of E-mail forwarding' }).click();
  await expect(secret).toHaveValue('');
  await save(page);
  await expect(secret).toHaveAccessibleDescription(/^Set on .+ ends in …k7W\./);
  await section(page, 'Check').getByRole('button', { name: 'Check connection' }).click();
  await expect(ladder(page).last()).toHaveText(/Calendar of pbx@contoso\.com read/);

  await page.getByRole('tab', { name: 'Exchange PST' }).click();
  await page.getByLabel('Use the same application as …').selectOption('E-mail forwarding and 1 more');
  await expect(secret).toHaveAccessibleDescription(/The secret of E-mail forwarding is used/);
  await page.getByLabel('Tenant ID').fill('fabrikam.com');
  await expect(page.getByLabel('Use the same application as …')).toHaveValue('');
  await expect(secret).not.toHaveAccessibleDescription(/is used/);
  await page.getByLabel('Use the same application as …').selectOption('E-mail forwarding and 1 more');
  await page.getByLabel('Use the same application as …').selectOption('none of these');
  await expect(page.getByLabel('Application ID')).toHaveValue('');
});

test('E-mail forwarding takes the application of a calendar', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  await fillProvider(page);
  await save(page);
  await page.goto(new URL(paths.emailForwarding(), page.url()).href);
  await page.getByLabel('Auth Method').selectOption('Microsoft OAuth 2.0 (application)');
  await page.getByLabel('E-mail address').fill('pbx@contoso.com');
  await page.getByLabel('Use the same application as …').selectOption('Exchange Calendar Integration');
  await expect(page.getByLabel('Application ID')).toHaveValue(providerValues.applicationId);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(section(page, 'Settings').getByText(/ends in …k7W/)).toBeVisible();
});

test('undo brings back what is saved; a check of what is typed does not save it', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  await fillProvider(page);
  await save(page);
  await page.getByLabel('Username').fill('nobody@contoso.com');
  await expect(page.getByText('not saved')).toBeVisible();
  const check = section(page, 'Check');
  await check.getByRole('button', { name: 'Check connection' }).click();
  await expect(check.getByText('This check ran on values that were not saved.')).toBeVisible();
  await expect(ladder(page).nth(7)).toHaveText(/Failed:/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('Username')).toHaveValue(providerValues.username);
  await expect(page.locator('.page-state')).toHaveText(/Not checked yet/);
});

test('leaving a tab with changes asks, and staying keeps them', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  await page.getByLabel('Username').fill('pbx@contoso.com');
  await page.getByRole('tab', { name: 'Exchange PST' }).click();
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByLabel('Username')).toHaveValue('pbx@contoso.com');
  await page.getByRole('tab', { name: 'Exchange PST' }).click();
  await dialog.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('tab', { name: 'Exchange PST' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByLabel('Username')).toHaveValue('');
});

test('somebody else has saved meanwhile: both values side by side, and a choice for each', async ({ page, system, context }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  await fillProvider(page, { username: 'mine@contoso.com' });
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByLabel('Access').selectOption('Exchange Web Services');
  await fillProvider(other, { username: 'theirs@contoso.com', clientSecret: 'Abc8Q~the-secret-that-somebody-else-has-x1Y' });
  await save(other);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  const table = page.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(6);
  await expect(table.getByRole('radio', { name: 'Username, yours: mine@contoso.com' })).toBeChecked();
  await expect(table.getByRole('radio', { name: 'Access, theirs: Exchange Web Services' })).toBeChecked();
  await table.getByRole('radio', { name: 'Client Secret, theirs: the one entered there' }).check();
  await page.getByRole('button', { name: 'Save this choice' }).click();
  await expect(page.getByText(/^saved /)).toBeVisible();
  await expect(page.getByLabel('Username')).toHaveValue('mine@contoso.com');
  await expect(page.getByLabel('Access')).toHaveValue('ews');
  await expect(page.getByLabel('Client Secret')).toHaveAccessibleDescription(/ends in …x1Y/);
});

test('a wrong secret leads to its field; the right one, and it works', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  await fillProvider(page, { clientSecret: 'wrong' });
  await save(page);
  const check = section(page, 'Check');
  await check.getByRole('button', { name: 'Check connection' }).click();
  await expect(check.getByText(/AADSTS7000215/)).toBeVisible();
  await check.getByRole('button', { name: 'Correct the settings' }).click();
  await expect(page.getByLabel('Client Secret')).toBeFocused();
  await expect(page.getByLabel('Client Secret')).toHaveAccessibleDescription(/The check failed because of this value/);
  await page.getByLabel('Client Secret').fill(providerValues.clientSecret);
  await save(page);
  await check.getByRole('button', { name: 'Check connection' }).click();
  await expect(ladder(page).last()).toHaveText(/Calendar of pbx@contoso\.com read/);
});

test('the tenant blocks EWS: who must do what, with the script for this application', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'ews-blocked' });
  await openTab(page, pst);
  await fillProvider(page);
  await save(page);
  const check = section(page, 'Check');
  await check.getByRole('button', { name: 'Check connection' }).click();
  await expect(check.getByText('Exchange administrator', { exact: true })).toBeVisible();
  await expect(check.getByText(`$appId = '${providerValues.applicationId}'`)).toBeVisible();
  await expect(page.locator('.page-state')).toHaveText(/Not working/);
});

test('the end of EWS: said by the date, with the script and the way on; none for a server of one’s own', async ({ page, system }) => {
  await page.clock.setFixedTime('2026-12-01T12:00:00Z');
  await system.openSignedIn();
  await openTab(page, calendar);
  await expect(page.getByText('Exchange Online has blocked')).toHaveCount(0);
  await page.getByLabel('Access').selectOption('Exchange Web Services');
  await expect(page.getByText('Exchange Online has blocked Exchange Web Services since October 1, 2026.')).toBeVisible();
  await expect(page.getByText('On April 1, 2027 they end for good. That is in 121 days.')).toBeVisible();
  await page.getByLabel('Application ID').fill(providerValues.applicationId);
  await page.getByText('Script that adds this application to the list').click();
  await expect(page.getByText(`$appId = '${providerValues.applicationId}'`)).toBeVisible();
  await page.getByLabel('Server').fill('https://mail.contoso.com/EWS/Exchange.asmx');
  await expect(page.getByText('Exchange Online has blocked')).toHaveCount(0);
  await page.getByLabel('Server').fill(places.ews[0]);
  await page.getByRole('button', { name: 'Use Microsoft Graph' }).click();
  await expect(page.getByLabel('Server')).toHaveValue(places.graph[0]);
});

test('after the end of EWS nothing opens them, and public folders have no successor', async ({ page, system }) => {
  await page.clock.setFixedTime('2027-05-01T12:00:00Z');
  await system.openSignedIn();
  await openTab(page, pst);
  await expect(page.getByText('Exchange Online has had no Exchange Web Services since April 1, 2027.')).toBeVisible();
  await expect(page.getByText('Public folders have no successor in Microsoft Graph.')).toBeVisible();
});

test('what the portal shows, pasted into one field, fills all of them', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  await page.getByLabel('Tenant ID').fill(`Application (client) ID ${providerValues.applicationId} Object ID 5f2c1a7e-1111-4222-8333-944445555666 Directory (tenant) ID 8b80d7a0-6f1e-4b0e-9a3c-5d2f1e7c4b6a`);
  await page.getByRole('button', { name: /^Fill in / }).click();
  await expect(page.getByLabel('Application ID')).toHaveValue(providerValues.applicationId);
  await expect(page.getByLabel('Tenant ID')).toHaveValue('8b80d7a0-6f1e-4b0e-9a3c-5d2f1e7c4b6a');
  await page.getByLabel('Tenant ID').fill('common');
  await expect(page.getByLabel('Tenant ID')).toHaveAccessibleDescription(/no tenant of its own/);
  await page.getByLabel('Username').fill('smtp:pbx@contoso.com');
  await page.getByRole('button', { name: 'Use pbx@contoso.com' }).click();
  await expect(page.getByLabel('Username')).toHaveValue('pbx@contoso.com');
  await page.getByLabel('Username').clear();
  await page.getByLabel('Application ID').fill('joe@contoso.com');
  await page.getByRole('button', { name: 'Move it to Username' }).click();
  await expect(page.getByLabel('Username')).toHaveValue('joe@contoso.com');
});
