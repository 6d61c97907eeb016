// Only in mock mode: these are about how it looks.
import { expectAccessible } from './accessible.ts';
import { makeBackup, openBackup, plan, showPlan } from './backup-journeys.ts';
import { makePilot, makeQueue } from './contact-center-journeys.ts';
import { expect, test } from './fixtures.ts';
import { section } from './journeys.ts';

for (const [size, viewport] of [['a desk', { width: 1280, height: 800 }], ['a telephone', { width: 360, height: 740 }]] as const) {
  test(`on ${size}: both forms, what would change, what is wrong, and what was restored`, async ({ page, system }) => {
    await page.setViewportSize(viewport);
    await system.openSignedIn();
    const { id } = await makeQueue(page, `مركز ${'w'.repeat(80)}`, '300');
    await makePilot(page, id, { username: `${'w'.repeat(52)}.o'brien@contoso.com` });
    await openBackup(page);
    await page.getByRole('button', { name: 'Download backup' }).click();
    await expect(page.getByText('This is needed.').first()).toBeVisible();
    await expectAccessible(page);
    const text = await makeBackup(page, system.password, 'Left out');
    await makeQueue(page, 'w'.repeat(100), '301');
    await showPlan(page, text, { password: system.password });
    await expect(plan(page).getByText('2 changes')).toBeVisible();
    await expectAccessible(page);
    await plan(page).getByRole('button', { name: 'Restore' }).click();
    await expect(section(page, 'The backup was restored')).toBeVisible();
    await expectAccessible(page);
    await showPlan(page, 'nothing', { password: system.password });
    await expect(page.getByText('This is no backup of Postern')).toBeVisible();
    await expectAccessible(page);
  });
}
