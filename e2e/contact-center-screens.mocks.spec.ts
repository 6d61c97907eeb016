// In one project only: the pages are the same in both, and axe takes longer than all else.
import { paths } from '../src/paths.ts';
import { expectAccessible } from './accessible.ts';
import { makeQueue, open } from './contact-center-journeys.ts';
import { expect, test } from './fixtures.ts';

const hostile = ['W'.repeat(100), 'مركز الاتصال', '<script>alert(1)</script>'];

for (const [size, viewport] of [['a desk', { width: 1280, height: 800 }], ['a telephone', { width: 360, height: 740 }]] as const) {
  test(`on ${size}: the empty list, hostile names, a queue and the question before it is deleted`, async ({ page, system }) => {
    await page.setViewportSize(viewport);
    await system.openSignedIn();
    await open(page, paths.queues());
    await expect(page.getByText('No queue yet')).toBeVisible();
    await expectAccessible(page);
    const ids = [];
    for (const [at, name] of hostile.entries()) ids.push((await makeQueue(page, name, String(300 + at))).id);
    await open(page, paths.queues());
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page);
    await open(page, paths.queueSettings(ids[0] ?? ''), hostile[0]);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Delete queue' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Queues' })).toBeVisible();
    await expect(page.getByRole('complementary', { name: /was deleted/ }).getByRole('button', { name: 'Undo' })).toBeVisible();
    await expectAccessible(page);
  });
}
