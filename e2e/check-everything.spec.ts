import { paths } from '../src/paths.ts';
import { makePilot, makeQueue } from './contact-center-journeys.ts';
import { events, openEventLog } from './event-log-journeys.ts';
import { expect, test } from './fixtures.ts';
import { functionRow, openHome, saveCalendar, saveForwarding } from './home-journeys.ts';
import { section } from './journeys.ts';

test('everything that is set up: checked, and a report says what, when, by whom, against what, with which result', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'pop3-switched-off' });
  await saveForwarding(page);
  await saveCalendar(page);
  const { id } = await makeQueue(page, 'Sales', '300');
  await makePilot(page, id);
  await openHome(page);
  await page.getByRole('button', { name: 'Check everything' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Acceptance report' })).toBeVisible();
  const main = page.getByRole('main');
  for (const sentence of ['2 of 3 passed, 1 failed', /^Postern \d/, 'admin@contoso.com', 'Exchange PST']) await expect(main.getByText(sentence, { exact: true }).first()).toBeVisible();
  const mail = section(page, 'E-mail forwarding');
  await expect(mail).toContainText('relay.contoso.com:587');
  await expect(mail.getByRole('listitem').last()).toHaveText(/Passed: Test mail accepted by relay\.contoso\.com/);
  const appointments = section(page, 'Exchange Calendar Integration');
  for (const what of ['https://graph.microsoft.com/v1.0', 'Global (and GCC)', 'contoso.com', '4f6ef1c2-8e18-4b6e-89bc-0d52c1a7e9f4', 'pbx@contoso.com']) await expect(appointments).toContainText(what);
  const pilots = section(page, 'Queue Pilots');
  for (const what of ['Cause', 'Exchange administrator', 'Set-CASMailbox']) await expect(pilots).toContainText(what);
  await expect(pilots.getByRole('row').last()).toHaveText(/Sales · sales@contoso\.com.*Failed.*outlook\.office365\.com:995/);
  expect(await system.mails()).toMatchObject([{ from: 'pbx@contoso.com', to: ['admin@contoso.com'] }]);

  await page.reload();
  await expect(main.getByText('2 of 3 passed, 1 failed')).toBeVisible();
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(functionRow(page, 'Contact Center')).toContainText('Not working');
  const reports = section(page, 'Acceptance reports').getByRole('row');
  await expect(reports.last()).toHaveText(/admin.*2 of 3 passed, 1 failed/);
  await reports.last().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Acceptance report' })).toBeFocused();
  await openEventLog(page);
  await expect(events(page).filter({ hasText: 'Everything checked: 2 of 3 passed' })).toHaveCount(1);
});

test('while it runs another tab sees the same run and can end it; what was checked stays', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'exchange-silent' });
  await saveForwarding(page);
  await saveCalendar(page);
  await openHome(page);
  await page.getByRole('button', { name: 'Check everything' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Check everything' })).toBeVisible();
  await expect(page.getByText('1 of 2 checked')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Exchange Calendar Integration' })).toContainText('Being checked');
  const other = await page.context().newPage();
  await other.goto(new URL(paths.home(), page.url()).href);
  await other.getByRole('link', { name: 'Everything is being checked: 1 of 2' }).click();
  await other.getByRole('button', { name: 'Cancel' }).click();
  for (const one of [page, other]) {
    await expect(one.getByRole('heading', { level: 1, name: 'Acceptance report' })).toBeVisible();
    await expect(one.getByText('1 of 2 passed, 1 not checked')).toBeVisible();
    await expect(one.getByText('This run was cancelled before its end')).toBeVisible();
    await expect(section(one, 'E-mail forwarding')).toContainText('Passed');
    await expect(section(one, 'Exchange Calendar Integration')).toContainText('Not checked');
  }
  await other.close();
});

test('a report that is not kept any more, and none where nothing is set up', async ({ page, system }) => {
  await system.openSignedIn({ at: paths.checkEverything('none') });
  await expect(page.getByText('There is no such report any more')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Home' }).click();
  await expect(page.getByText('Nothing is set up yet.')).toBeVisible();
});
