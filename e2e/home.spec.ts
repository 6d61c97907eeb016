import { paths } from '../src/paths.ts';
import { makePilot, makeQueue } from './contact-center-journeys.ts';
import { expect, test } from './fixtures.ts';
import { functionRow, inDays, openHome, saveCalendar, saveForwarding } from './home-journeys.ts';
import { section } from './journeys.ts';

test('an untouched system shows the functions, and each leads to where it is set up; the brand leads back', async ({ page, system }) => {
  await system.openSignedIn({ at: paths.home() });
  await expect(page).toHaveTitle('Home · Postern');
  await expect(page.getByText('Nothing is set up yet.')).toBeVisible();
  const bar = page.getByRole('navigation', { name: 'Task centers' });
  await expect(bar.getByRole('link').first()).toHaveText('Home');
  await expect(bar.getByRole('link', { name: 'Home' })).toHaveAttribute('aria-current', 'page');
  for (const name of ['Needs somebody', 'What ends', 'Acceptance reports']) await expect(section(page, name)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Check everything' })).toHaveCount(0);
  for (const [name, title] of [['E-mail forwarding', 'E-mail forwarding'], ['Exchange Calendar Integration', 'External Providers Config'], ['Exchange PST', 'External Providers Config'], ['Contact Center', 'Queues']] as const) {
    await expect(functionRow(page, name)).toContainText('Not set up');
    await page.getByRole('link', { name: `Set up ${name}` }).click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await page.getByRole('link', { name: 'Postern' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeFocused();
  }
});

test('who must act stands first, by name and with why; what ends is listed with its day, the same day once', async ({ page, system }) => {
  await system.openSignedIn();
  await saveCalendar(page, inDays(12));
  const { id } = await makeQueue(page, 'Sales', '300');
  const makeEnding = (username: string, days: number) => makePilot(page, id, { username, clientSecretExpiresAt: inDays(days) });
  for (const name of ['one', 'two', 'three', 'four']) await makeEnding(`${name}@contoso.com`, 12);
  await makeEnding('late@contoso.com', 200);
  await openHome(page);
  const needs = section(page, 'Needs somebody').getByRole('listitem');
  await expect(needs).toHaveCount(2);
  await expect(needs.first()).toHaveText(/Exchange Calendar Integration.*The Client Secret ends soon\..*Who: Entra administrator/);
  await expect(needs.last()).toHaveText(/Sales · four@contoso\.com, Sales · one@contoso\.com, Sales · three@contoso\.com and 1 more/);
  await expect(functionRow(page, 'Contact Center')).toHaveText(/4 .*Working, with a warning.*1 .*Not checked yet/);
  await expect(functionRow(page, 'Exchange Calendar Integration')).toHaveText(/Client Secret, /);
  const ends = section(page, 'What ends').getByRole('row');
  await expect(ends).toHaveCount(3);
  await expect(ends.nth(1)).toHaveText(/in 1[12] days.*Client Secret.*Exchange Calendar Integration, .* and 2 more/);
  await expect(ends.nth(2)).toHaveText(/late@contoso\.com/);
  await needs.last().getByRole('link', { name: 'Sales · one@contoso.com' }).click();
  await expect(page.getByRole('dialog').getByLabel('Username')).toHaveValue('one@contoso.com');
});

test('Microsoft’s own server with Basic authentication ends, the company’s does not; what failed says who', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'basic-auth-disabled' });
  await saveForwarding(page);
  await openHome(page);
  await expect(section(page, 'What ends')).toHaveCount(0);
  await saveForwarding(page, 'smtp.office365.com');
  await openHome(page);
  await expect(section(page, 'What ends').getByRole('row').last()).toHaveText(/Dec 31, 2026.*Basic authentication.*E-mail forwarding/);
  await page.getByRole('button', { name: 'Check everything' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Acceptance report' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Task centers' }).getByRole('link', { name: 'Home' }).click();
  await expect(section(page, 'Needs somebody').getByRole('listitem')).toHaveText(/E-mail forwarding.*since.*Basic authentication is switched off\.Who: You, the administrator/);
  await expect(functionRow(page, 'E-mail forwarding')).toContainText('Not working');
});

test('more days than are shown at once: the rest comes by a press', async ({ page, system }) => {
  await system.openSignedIn();
  const { id } = await makeQueue(page, 'Sales', '300');
  for (let at = 0; at < 12; at++) await makePilot(page, id, { username: `box${at}@contoso.com`, clientSecretExpiresAt: inDays(40 + at * 10) });
  await openHome(page);
  const ends = section(page, 'What ends');
  await expect(ends.getByRole('row')).toHaveCount(11);
  await ends.getByRole('button', { name: 'Show all 12' }).click();
  await expect(ends.getByRole('row')).toHaveCount(13);
});
