// In one project only: the pages are the same in both, and axe takes longer than all else.
import { paths } from '../src/paths.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './fixtures.ts';

for (const [size, viewport] of [['a desk', { width: 1280, height: 800 }], ['a telephone', { width: 360, height: 740 }]] as const) {
  test(`on ${size}: nothing set up, wrong values, both channels with a test that failed, and the calendar`, async ({ page, system }) => {
    await page.setViewportSize(viewport);
    await system.openSignedIn({ scenario: 'webhook-500' });
    await page.goto(new URL(paths.notices(), page.url()).href);
    await expect(page.getByRole('heading', { level: 1, name: 'Notices' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('switch', { name: 'Send notices to a webhook' }).check();
    await page.getByRole('switch', { name: 'Send notices by mail' }).check();
    await page.getByLabel('URL').fill(`https://hooks.contoso.com/${'x'.repeat(300)}`);
    await page.getByRole('button', { name: 'Make a secret' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByLabel('Sender')).toHaveAccessibleDescription(/This is needed/);
    await expectAccessible(page);
    await page.getByRole('switch', { name: 'Send notices by mail' }).uncheck();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeAttached();
    await page.getByRole('button', { name: 'Send a test notice' }).click();
    await expect(page.getByText('hooks.contoso.com has a fault of its own (HTTP 500).', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Make an address' }).click();
    await expect(page.getByText(/calendar\.ics\?key=/)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Revoke' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
  });
}
