import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { section } from './journeys.ts';
import { fillProvider, openTab, save } from './provider-journeys.ts';

const calendar = 'exchange-calendar-integration';
const many = (count: number) => Array.from({ length: count }, (_, at) => `user${at + 1}@contoso.com`).join('\n');

test('a list that was pasted: doubles are left out, lines that are no addresses are named', async ({ page, system }) => {
  await system.openSignedIn();
  await openTab(page, calendar);
  const check = section(page, 'Check mailboxes');
  await expect(check.getByText('Save the settings first')).toBeVisible();
  await fillProvider(page);
  await save(page);
  const [list, button] = [check.getByRole('textbox', { name: 'Mailboxes' }), check.getByRole('button', { name: 'Check mailboxes' })];
  await button.click();
  await expect(list).toHaveAccessibleDescription(/This is needed\./);
  await list.fill('Miller, Anna <anna@contoso.com>; Bob <bob@contoso.com>\nANNA@contoso.com\n\nnobody here\nx@y');
  await expect(list).toHaveAccessibleDescription(/4 of at most 500\. Left out because they come twice: 1\./);
  await button.click();
  await expect(list).toHaveAccessibleDescription(/Not an e-mail address: line 4: nobody here; line 5: x@y/);
  await expect(list).toBeFocused();
  await expectAccessible(page);
  await list.fill(many(501));
  await expect(list).toHaveAccessibleDescription(/These are 501 addresses; 500 can be checked at once\./);
});

test('each mailbox has its result: failures first, with cause and fix, found again after a reload', async ({ page, system, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await system.openSignedIn();
  await openTab(page, calendar);
  await fillProvider(page);
  await save(page);
  const check = section(page, 'Check mailboxes');
  await check.getByRole('textbox', { name: 'Mailboxes' }).fill(`anna@contoso.com\nnobody@contoso.com\noutside@contoso.com\n${many(56)}`);
  await check.getByRole('button', { name: 'Check mailboxes' }).click();
  await expect(check.getByText('59 of 59 checked · 2 failed')).toBeVisible();
  await expect(check.getByRole('button', { name: 'Copy failed addresses' })).toBeVisible();
  await expect(page.locator('#announcer')).toHaveText('The check has ended: 59 of 59 mailboxes are checked, 2 failed.');
  await page.reload();
  const failed = check.getByRole('table', { name: 'Failed' });
  await expect(failed.getByRole('rowheader')).toHaveText(['nobody@contoso.com', 'outside@contoso.com']);
  await failed.getByText('Exchange knows no mailbox nobody@contoso.com.').first().click();
  await expect(failed.getByRole('term').filter({ hasText: 'Fix' })).toBeVisible();
  await check.getByRole('button', { name: 'Copy failed addresses' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('nobody@contoso.com\noutside@contoso.com');

  await check.getByRole('button', { name: 'All', exact: true }).click();
  const passed = check.getByRole('table', { name: 'Passed' });
  await expect(passed.getByRole('rowheader')).toHaveCount(50);
  await expectAccessible(page);
  await check.getByRole('button', { name: 'Next page' }).click();
  await expect(passed.getByRole('rowheader')).toHaveCount(7);
  await check.getByRole('button', { name: 'Previous page' }).click();
  await expect(passed.getByRole('rowheader').first()).toHaveText('anna@contoso.com');
  await page.setViewportSize({ width: 360, height: 740 });
  await expectAccessible(page);
  // The ladder of the connection is another check.
  await expect(section(page, 'Check').getByRole('list', { name: 'Steps of the check' })).toHaveCount(0);
});

test('what fails before the first mailbox fails for all of them, and is said once', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'secret-wrong' });
  await openTab(page, calendar);
  await fillProvider(page);
  await save(page);
  const check = section(page, 'Check mailboxes');
  await check.getByRole('textbox', { name: 'Mailboxes' }).fill(many(3));
  await check.getByRole('button', { name: 'Check mailboxes' }).click();
  await expect(check.getByText('0 of 3 checked · 0 failed')).toBeVisible();
  await expect(check.getByText('Fix', { exact: true })).toBeVisible();
  await expect(check.getByRole('table')).toHaveCount(0);
});

test('a check that takes long is cancelled, and says what it has not come to', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'exchange-silent' });
  await openTab(page, calendar);
  await fillProvider(page);
  await save(page);
  const check = section(page, 'Check mailboxes');
  await check.getByRole('textbox', { name: 'Mailboxes' }).fill(many(20));
  await check.getByRole('button', { name: 'Check mailboxes' }).click();
  await expect(check.getByRole('progressbar')).toBeVisible();
  await check.getByRole('button', { name: 'Cancel' }).click();
  await expect(check.getByText('The check was cancelled.')).toBeVisible();
  await expect(check.getByText('0 of 20 checked')).toBeVisible();
  await expect(check.getByRole('button', { name: 'Check mailboxes' })).toBeVisible();
});
