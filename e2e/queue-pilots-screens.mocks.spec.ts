// In one project only: the pages are the same in both, and axe takes longer than all else.
import { paths } from '../src/paths.ts';
import { expectAccessible } from './accessible.ts';
import { fillPilot, makeNumber, makePilot, makeQueue, open } from './contact-center-journeys.ts';
import { expect, test } from './fixtures.ts';
import { ladder } from './journeys.ts';

for (const [size, viewport] of [['a desk', { width: 1280, height: 800 }], ['a telephone', { width: 360, height: 740 }]] as const) {
  test(`on ${size}: the pilots of a queue, and the panel in each of its states`, async ({ page, system }) => {
    await page.setViewportSize(viewport);
    await system.openSignedIn({ scenario: 'pop3-no-permission' });
    const { id } = await makeQueue(page, 'مركز الاتصال', '300');
    await open(page, paths.queuePilots(id), 'مركز الاتصال');
    await expect(page.getByText('No queue pilot yet')).toBeVisible();
    await expectAccessible(page);
    await open(page, paths.queuePilots(id, { add: true }), 'مركز الاتصال');
    const panel = page.getByRole('dialog');
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect(panel.getByLabel('Username')).toBeFocused();
    await expectAccessible(page);
    const pilot = await makePilot(page, id);
    await makePilot(page, id, { username: `${'w'.repeat(52)}.o'brien@contoso.com` });
    await makeNumber(page, id, '4711');
    await open(page, paths.queuePilots(id), 'مركز الاتصال');
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(4);
    await expectAccessible(page);
    await open(page, paths.queuePilots(id, { pilot: pilot.id }), 'مركز الاتصال');
    await panel.getByRole('button', { name: 'Check POP3 access' }).click();
    await expect(ladder(page).nth(7)).toHaveText(/Failed:/);
    await fillPilot(panel, { clientSecret: 'Zos8Q~another-value-of-a-client-secret-k7' });
    await expect(panel.getByRole('group', { name: 'Others with this application' })).toBeVisible();
    await expectAccessible(page);
  });
}
