import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { askForCode, decide, section, signInAtMicrosoft } from './journeys.ts';

/** axe finds nothing, in either theme, and nothing is wider than the window. */
async function expectAccessible(page: Page): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.getByLabel('Theme').selectOption(theme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, theme, nodes.map(({ html }) => html)])).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

test('set-up and sign-in', async ({ page, system }) => {
  await system.openNew();
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expectAccessible(page);
});

test('E-mail forwarding, untouched and with errors', async ({ page, system }) => {
  await system.openSignedIn();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await page.getByText('Advanced').click();
  await expectAccessible(page);
});

test('E-mail forwarding with a code, then another account, then a failed check', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'other-account' });
  const code = await askForCode(page);
  await expectAccessible(page);
  await decide(page, code, 'Approve');
  const signIn = section(page, 'Sign in at Microsoft');
  await expect(signIn.getByRole('button', { name: 'Keep this account' })).toBeVisible();
  await expectAccessible(page);
  await signIn.getByRole('button', { name: 'Keep this account' }).click();
  await system.choose('smtp-auth-disabled-mailbox');
  await section(page, 'Check').getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(section(page, 'Check').getByText('Exchange administrator')).toBeVisible();
  await expectAccessible(page);
});

test('on a telephone', async ({ page, system }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await system.openSignedIn();
  await signInAtMicrosoft(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.getByRole('navigation', { name: 'Service Center' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Service Center' }).getByRole('link').click();
  await page.getByRole('button', { name: 'Guide' }).click();
  await expect(page.getByRole('complementary', { name: 'Guide' })).toBeVisible();
});

test('with the keyboard alone', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByLabel('E-mail address').focus();
  await page.keyboard.type('pbx@contoso.com');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4');
  await page.keyboard.press('Tab');
  await page.keyboard.type('contoso.com');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('User code')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Sign in at Microsoft' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Authorization Link' })).toBeFocused();
});
