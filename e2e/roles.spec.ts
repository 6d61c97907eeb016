import { paths } from '../src/paths.ts';
import { actAs, open } from './administrators-journeys.ts';
import { makePilot, makeQueue } from './contact-center-journeys.ts';
import { expect, test } from './fixtures.ts';
import { askForCode, fillBasic, ladder, section } from './journeys.ts';

test('who may only read sees what is set, and in place of each button which role it takes', async ({ page, system }) => {
  await system.openSignedIn();
  await fillBasic(page);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  const { id } = await makeQueue(page, 'Sales', '300');
  const pilot = await makePilot(page, id);
  await actAs(page, system, 'basic');

  const settings = section(page, 'Settings');
  await expect(settings.getByText('relay.contoso.com:587')).toBeVisible();
  await expect(settings.getByText('Edit needs the role Advanced; yours is Basic.')).toBeVisible();
  await expect(settings.getByRole('button', { name: 'Edit' })).toBeHidden();

  await open(page, paths.queueSettings(id), 'Sales');
  await expect(page.getByLabel('Name')).toHaveValue('Sales');
  await expect(page.getByLabel('Name')).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save' })).toBeHidden();
  await expect(page.getByText('Save needs the role Advanced; yours is Basic.')).toBeVisible();
  await expect(page.getByText('Delete queue needs the role Advanced')).toBeVisible();
  await open(page, paths.queuePilots(id, { pilot: pilot.id }), 'Sales');
  const panel = page.getByRole('dialog');
  await expect(panel.getByLabel('Username')).toHaveValue('sales@contoso.com');
  await expect(panel.getByText('Save needs the role Advanced')).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Check POP3 access' })).toBeVisible();
  await open(page, paths.queues({ add: true }), 'Queues');
  await expect(page.getByText('Add needs the role Advanced')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();

  await open(page, paths.externalProviders('exchange-calendar-integration'), 'External Providers Config');
  for (const action of ['Save', 'Preview', 'Edit']) await expect(page.getByText(`${action} needs the role Advanced`)).toBeVisible();
  await open(page, paths.microsoftApplications(), 'Microsoft applications');
  await expect(page.getByText('Renew secret needs the role Advanced')).toBeVisible();
  await open(page, paths.diagnosisLogs(), 'Diagnosis Logs');
  for (const action of ['Record UC Suite Protocols', 'Download']) await expect(page.getByText(`${action} needs the role Advanced`)).toBeVisible();
  await open(page, paths.notices(), 'Notices');
  for (const action of ['Save', 'Make an address']) await expect(page.getByText(`${action} needs the role Advanced`)).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Send notices by mail' })).toBeDisabled();
  await open(page, paths.eventLog(), 'Event Log');
  await expect(page.getByText('Download CSV needs the role Advanced')).toBeVisible();
  await open(page, paths.administrators(), 'Administrators');
  await expect(page.getByText('Administrators needs the role Expert; yours is Basic.')).toBeVisible();
  await page.getByRole('link', { name: 'What each role may do' }).click();
  await expect(page.getByText('your role')).toBeVisible();
});

test('who may only read checks what is saved, with a test mail to himself and nobody else', async ({ page, system }) => {
  await system.openSignedIn();
  await fillBasic(page);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  await actAs(page, system, 'basic');
  await expect(page.getByLabel('Send to')).toHaveValue('reader@contoso.com');
  await expect(page.getByLabel('Send to')).not.toBeEditable();
  await page.getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(ladder(page).last()).toHaveText(/Passed:/);
  expect(await system.mails()).toMatchObject([{ to: ['reader@contoso.com'] }]);
});

test('who may only read sees that a code was asked for, but not the code', async ({ page, system }) => {
  await system.openSignedIn();
  const code = await askForCode(page);
  await actAs(page, system, 'basic');
  await expect(section(page, 'Sign in at Microsoft').getByText('A code was asked for, and pbx@contoso.com is to sign in with it.')).toBeVisible();
  await expect(page.getByText(code)).toBeHidden();
  await expect(page.getByRole('link', { name: 'Authorization Link' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Get a new code' })).toBeHidden();
});

test('the role advanced changes all settings, but no administrators', async ({ page, system }) => {
  await system.openSignedIn();
  await actAs(page, system, 'advanced');
  await fillBasic(page);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Task centers' }).getByRole('link', { name: 'Administrators' }).click();
  await expect(page.getByText('Administrators needs the role Expert; yours is Advanced.')).toBeVisible();
});
