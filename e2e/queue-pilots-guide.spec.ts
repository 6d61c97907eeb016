import fs from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { permissions } from '../contract/permissions.ts';
import { paths } from '../src/paths.ts';
import { expectAccessible } from './accessible.ts';
import { deleteElsewhere, fillPilot, makeNumber, makePilot, makeQueue, open, pilotValues } from './contact-center-journeys.ts';
import { expect, test, type System } from './fixtures.ts';
import { ladder } from './journeys.ts';

const { applicationId, clientSecret } = pilotValues;
const otherApplicationId = '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4';
const hostile = "o'brien@contoso.com";

function guide(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Guide' });
}

/** Opens a step of the guide, by its title. */
async function openStep(page: Page, title: string): Promise<Locator> {
  await guide(page).getByText(title, { exact: true }).click();
  return guide(page).getByRole('group').filter({ hasText: title });
}

/** Takes a script along; answers the file as it is on the disk. */
async function take(page: Page, from: Locator, file: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await from.getByRole('button', { name: `Download ${file}` }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(file);
  return fs.readFileSync(await download.path(), 'utf8');
}

/** A queue with pilots for these mailboxes, and its tab Queue Pilots. */
async function openQueue(page: Page, system: System, pilots: readonly Parameters<typeof makePilot>[2][]): Promise<{ id: string; pilotIds: string[] }> {
  await system.openSignedIn();
  const { id } = await makeQueue(page, 'Sales', '300');
  const pilotIds: string[] = [];
  for (const pilot of pilots) pilotIds.push((await makePilot(page, id, pilot)).id);
  await open(page, paths.queuePilots(id), 'Sales');
  return { id, pilotIds };
}

test('before the first e-mail pilot: what is still open stands in angle brackets, on the sheet, too', async ({ page, system }) => {
  const { id } = await openQueue(page, system, []);
  await makeNumber(page, id, '4711');
  await page.reload();
  await expect(guide(page).getByText('What is still open stands in angle brackets.')).toBeVisible();
  const [permission] = permissions['queue-pilot/pop3'].names;
  await expect((await openStep(page, 'Add the permission')).getByRole('button', { name: `Copy ${permission}` })).toBeVisible();
  await expect((await openStep(page, 'Grant admin consent')).getByText('Now or later, and by somebody else')).toBeVisible();
  await expect((await openStep(page, 'Let the application use the mailbox')).getByText("$mailboxes = @('<mailbox>')")).toBeVisible();
  await expect((await openStep(page, 'Test POP3 from a shell')).getByText("tenant='<tenant-id>'")).toBeVisible();
  await guide(page).getByRole('link', { name: 'Print for the Entra administrator' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Queue Pilots: for the Entra administrator' })).toBeFocused();
  await expect(page.getByText('Nothing is saved yet.')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: '<tenant-id>' })).toBeVisible();
});

test('all mailboxes of an application in one script, each a string of its own; the test as a shell takes it', async ({ page, system }) => {
  await openQueue(page, system, [{}, { username: hostile }]);
  const mailboxes = await openStep(page, 'Let the application use the mailboxes');
  await expect(mailboxes.getByText('A change takes up to two hours')).toBeVisible();
  const script = await take(page, mailboxes, 'pop3-access.ps1');
  expect(script).toContain("\r\n$mailboxes = @('o''brien@contoso.com', 'sales@contoso.com')\r\n");
  expect(script).toContain("\r\n$objectId = ''\r\n");
  const objectId = await openStep(page, 'Find its object ID');
  expect(await take(page, objectId, 'object-id.ps1')).toContain(`\r\n$appId = '${applicationId}'\r\n`);
  const shell = await openStep(page, 'Test POP3 from a shell');
  await expect(shell.getByText('change the line mailbox=')).toBeVisible();
  const testScript = await take(page, shell, 'pop3-test.sh');
  expect(testScript).toMatch(/^#!\/bin\/sh\n/);
  expect(testScript).toContain(String.raw`
mailbox='o'\''brien@contoso.com'
`);
  expect(testScript).not.toContain('\r');
  for (const text of [script, testScript, await page.content()]) expect(text).not.toContain(clientSecret);
});

test('once a token has named the object ID, nobody looks for it', async ({ page, system }) => {
  const { id, pilotIds } = await openQueue(page, system, [{}]);
  await open(page, paths.queuePilots(id, { pilot: pilotIds[0] ?? '' }), 'Sales');
  await page.getByRole('dialog').getByRole('button', { name: 'Check POP3 access' }).click();
  await expect(ladder(page).last()).toHaveText(/Passed/);
  await open(page, paths.queuePilots(id), 'Sales');
  const mailbox = await openStep(page, 'Let the application use the mailbox');
  await expect(mailbox.getByText(/\$objectId = '[0-9a-f-]{36}'/)).toBeVisible();
  await expect(mailbox.getByRole('button', { name: 'Copy Object ID' })).toBeVisible();
  await expect(guide(page).getByText('Find its object ID')).toHaveCount(0);
});

test('several applications: the steps of the one that is chosen, with its own script; all of them on the sheet', async ({ page, system }) => {
  const { id } = await openQueue(page, system, [{}, { username: 'orders@contoso.com', applicationId: otherApplicationId }, { username: hostile, applicationId: otherApplicationId }]);
  const choice = guide(page).getByLabel('Application');
  await choice.selectOption({ label: `2 mailboxes: ${otherApplicationId} (contoso.com)` });
  const consent = await openStep(page, 'Grant admin consent');
  await expect(consent.getByRole('link', { name: /adminconsent/ })).toHaveAttribute('href', `https://login.microsoftonline.com/contoso.com/adminconsent?client_id=${otherApplicationId}`);
  const script = await take(page, await openStep(page, 'Let the application use the mailboxes'), `pop3-access-${otherApplicationId}.ps1`);
  expect(script).toContain("$mailboxes = @('o''brien@contoso.com', 'orders@contoso.com')");
  await expectAccessible(page);
  await choice.selectOption({ label: `1 mailbox: ${applicationId} (contoso.com)` });
  await expect(consent.getByRole('link', { name: /adminconsent/ })).toHaveAttribute('href', new RegExp(`client_id=${applicationId}$`));
  await open(page, paths.queuePilotsSheet(id, 'exchange'), 'Queue Pilots: for the Exchange administrator');
  for (const one of [applicationId, otherApplicationId]) await expect(page.getByRole('heading', { level: 2, name: `Application ${one}` })).toBeVisible();
  await expect(page.getByText("$mailboxes = @('o''brien@contoso.com', 'orders@contoso.com')")).toBeVisible();
  await expectAccessible(page);
});

const sheets = [
  ['entra', `https://login.microsoftonline.com/contoso.com/adminconsent?client_id=${applicationId}`],
  ['exchange', "$mailboxes = @('o''brien@contoso.com', 'sales@contoso.com')"],
] as const;
for (const [owner, content] of sheets) {
  test(`the sheet of a queue: ${owner}`, async ({ page, system }) => {
    const { id } = await openQueue(page, system, [{}, { username: hostile }]);
    const who = owner === 'entra' ? 'Entra' : 'Exchange';
    await guide(page).getByRole('link', { name: `Print for the ${who} administrator` }).click();
    await expect(page).toHaveURL(new RegExp(`${paths.queuePilotsSheet(id, owner)}$`));
    await expect(page).toHaveTitle(`Queue Pilots: for the ${who} administrator · Postern`);
    const sheet = page.getByRole('main');
    await expect(sheet.getByText(content)).toBeVisible();
    await expect(sheet.getByRole('definition').filter({ hasText: applicationId })).toBeVisible();
    await expect(sheet.getByRole('definition').filter({ hasText: `${hostile}, sales@contoso.com` })).toBeVisible();
    expect(await page.content()).not.toContain(clientSecret);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Back', exact: true }).click();
    await expect(page.getByRole('tabpanel')).toBeVisible();
  });
}

test('the sheet of one pilot names its mailbox only, however that is called', async ({ page, system }) => {
  const { id, pilotIds } = await openQueue(page, system, [{}, { username: hostile }]);
  await open(page, paths.queuePilotsSheet(id, 'exchange', pilotIds[1]), 'Queue Pilots: for the Exchange administrator');
  const sheet = page.getByRole('main');
  await expect(sheet.getByText("$mailboxes = @('o''brien@contoso.com')")).toBeVisible();
  await expect(sheet.getByText('sales@contoso.com')).toHaveCount(0);
});

test('beside the form: the guide follows what is typed, and Basic authentication has its own words', async ({ page, system }) => {
  const { id } = await openQueue(page, system, [{}]);
  await open(page, paths.queuePilots(id, { add: true }), 'Sales');
  const panel = page.getByRole('dialog', { name: 'Add a queue pilot' });
  await panel.getByRole('link', { name: 'Print for the Entra administrator' }).click();
  await expect(page.getByText('Nothing is saved yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await panel.getByText('Test POP3 from a shell', { exact: true }).click();
  await fillPilot(panel, { username: hostile });
  await expect(panel.getByText(String.raw`mailbox='o'\''brien@contoso.com'`)).toBeVisible();
  await expect(panel.getByText(`application='${applicationId}'`)).toBeVisible();
  await panel.getByLabel('Username').fill("o'brien@");
  await expect(panel.getByText("mailbox='<mailbox>'")).toBeVisible();
  await panel.getByLabel('Auth Method').selectOption('Basic authentication');
  await expect(panel.getByRole('heading', { name: 'At your mail server' })).toBeVisible();
  await expect(panel.getByText('Exchange Online takes no password for POP3 any more')).toBeVisible();
  await expect(panel.getByText('Entra administrator')).toHaveCount(0);
});

test('a sheet for what is gone, for a number, and for nobody', async ({ page, system }) => {
  const { id, pilotIds } = await openQueue(page, system, [{}]);
  const number = await makeNumber(page, id, '4711');
  await open(page, paths.queuePilotsSheet(id, 'exchange', number.id), 'Queue Pilots: for the Exchange administrator');
  await expect(page.getByText('there is nothing to do for this administrator')).toBeVisible();
  await deleteElsewhere(page, id, pilotIds[0] ?? '');
  await open(page, paths.queuePilotsSheet(id, 'entra', pilotIds[0]), 'There is no such queue pilot');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'All queue pilots' }).click();
  await expect(page.getByRole('tabpanel')).toBeVisible();
  await page.goto(new URL(`${paths.queuePilots(id)}/sheet/nobody`, page.url()).href);
  await expect(page.getByText('There is no page at this address')).toBeVisible();
  await deleteElsewhere(page, id);
  await open(page, paths.queuePilotsSheet(id, 'entra'), 'There is no such queue');
});

test('all steps open, on a screen and on a telephone, are accessible', async ({ page, system }) => {
  await openQueue(page, system, [{}, { username: hostile }]);
  await guide(page).getByRole('button', { name: 'Open all steps' }).click();
  await expect(guide(page).getByText('Disconnect-ExchangeOnline')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('button', { name: 'Guide' }).click();
  await expectAccessible(page);
});
