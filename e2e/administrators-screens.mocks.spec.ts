// In one project only: the pages are the same in both, and axe takes longer than all else.
import { paths } from '../src/paths.ts';
import { expectAccessible } from './accessible.ts';
import { actAs, addAdministrator, enter, firstPassword, open, signOut } from './administrators-journeys.ts';
import { expect, test } from './fixtures.ts';

for (const [size, viewport] of [['a desk', { width: 1280, height: 800 }], ['a telephone', { width: 360, height: 740 }]] as const) {
  test(`on ${size}: administrators, the panel and its question, the own account, the first sign-in`, async ({ page, system }) => {
    await page.setViewportSize(viewport);
    await system.openSignedIn();
    const account = await addAdministrator(page, system, { username: `${'w'.repeat(50)}.obrien`, email: `${'w'.repeat(52)}.o'brien@contoso.com` });
    await open(page, paths.administrators(), 'Administrators');
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(3);
    await expectAccessible(page);
    await open(page, paths.administrators({ add: true }), 'Administrators');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').getByText('What each role may do').click();
    await expectAccessible(page);
    await open(page, paths.administrators({ administrator: account.id }), 'Administrators');
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByLabel('Your own password')).toBeFocused();
    await expectAccessible(page);
    await open(page, paths.account(), 'My account');
    await expectAccessible(page);
    await signOut(page);
    await enter(page, account.username, firstPassword);
    await page.getByRole('button', { name: 'Change password' }).click();
    await expectAccessible(page);
  });

  test(`on ${size}: the pages of somebody who may only read`, async ({ page, system }) => {
    await page.setViewportSize(viewport);
    await system.openSignedIn();
    await actAs(page, system, 'basic');
    await expect(page.getByText('needs the role Advanced').first()).toBeVisible();
    await expectAccessible(page);
    await open(page, paths.externalProviders('exchange-calendar-integration'), 'External Providers Config');
    await expectAccessible(page);
    await open(page, paths.administrators(), 'Administrators');
    await expectAccessible(page);
  });
}
