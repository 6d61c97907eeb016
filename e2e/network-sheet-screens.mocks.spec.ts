// In one project only: the pages are the same in both, and axe takes longer than all else.
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';

for (const [size, viewport] of [['a desk', { width: 1280, height: 800 }], ['a telephone', { width: 360, height: 740 }]] as const) {
  test(`on ${size}: the network sheet with what a check found, and the one to print`, async ({ page, system }) => {
    await system.openSignedIn({ scenario: 'certificate-not-trusted' });
    await page.getByRole('link', { name: 'Network' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Network' })).toBeVisible();
    await page.setViewportSize(viewport);
    await page.getByRole('button', { name: 'Check all' }).click();
    await expect(page.getByText('not in order').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Check all' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Sheet to print' }).click();
    await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();
    await expectAccessible(page);
  });
}
