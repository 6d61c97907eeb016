// In one project only: the pages are the same in both, and axe takes longer than all else.
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { section } from './journeys.ts';
import { fillOwnServer, fillProvider, openTab, save } from './provider-journeys.ts';

const [calendar, pst] = ['exchange-calendar-integration', 'exchange-pst'] as const;

test('the calendar: untouched, with errors, with what the paste doctor says, and all of Advanced', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  await expect(page.getByLabel('Client Secret')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel('Username')).toHaveAccessibleDescription(/This is needed\./);
  await expectAccessible(page);
  await fillProvider(page, { applicationId: 'contoso.com', tenantId: 'common', clientSecret: 'short' });
  await page.getByLabel('Scope').fill('Calendars.Read');
  await page.getByText('Advanced', { exact: true }).click();
  await expect(page.getByLabel('Cloud')).toBeVisible();
  await expect(page.getByLabel('Application ID')).toHaveAccessibleDescription(/names a tenant/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
});

test('public folders: the notice with its script, a check that was refused, and the same application', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'ews-blocked' });
  await openTab(page, calendar);
  await fillProvider(page);
  await save(page);
  await openTab(page, pst);
  await page.getByLabel('Use the same application as …').selectOption('Exchange Calendar Integration');
  await page.getByLabel('Username').fill('pbx@contoso.com');
  await page.getByText('Script that adds this application to the list').click();
  await section(page, 'Check').getByRole('button', { name: 'Check connection' }).click();
  await expect(section(page, 'Check').getByText('Cause')).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
});

test('a server of one’s own: the form, and a check that has passed', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, pst);
  await fillOwnServer(page);
  await expectAccessible(page);
  await save(page);
  await section(page, 'Check').getByRole('button', { name: 'Check connection' }).click();
  await expect(section(page, 'Check').getByText('Passed:').last()).toBeAttached();
  await expect(section(page, 'Check').getByRole('button', { name: 'Show transcript' })).toBeVisible();
  await expectAccessible(page);
});

test('a conflict, and the question before leaving', async ({ page, system, context }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  await fillProvider(page, { username: 'mine@contoso.com' });
  const other = await context.newPage();
  await other.goto(page.url());
  await fillProvider(other, { username: 'theirs@contoso.com' });
  await save(other);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('table')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'Exchange PST' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
});

test('on a telephone: the menu holds both task centers, the guide is a drawer', async ({ page, system }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await system.openSignedIn();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('navigation', { name: 'UC Suite' }).getByRole('link', { name: 'External Providers Config' }).click();
  await expect(page.getByRole('navigation', { name: 'UC Suite' })).toBeHidden();
  await expect(page.getByRole('tab', { name: 'Exchange PST' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('tab', { name: 'Exchange PST' }).click();
  await expect(page.getByText('Only the root level of the public folders is searched')).toBeVisible();
  await page.getByRole('button', { name: 'Guide' }).click();
  await page.getByRole('complementary', { name: 'Guide' }).getByRole('button', { name: 'Open all steps' }).click();
  await expectAccessible(page);
});
