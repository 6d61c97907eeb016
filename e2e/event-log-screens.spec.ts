import { expectAccessible } from './accessible.ts';
import { makePilot, makeQueue } from './contact-center-journeys.ts';
import { events, openEventLog } from './event-log-journeys.ts';
import { expect, test } from './fixtures.ts';

for (const [size, viewport] of [['a desk', { width: 1280, height: 800 }], ['a telephone', { width: 360, height: 740 }]] as const) {
  test(`on ${size}: the Event Log, its filters, an event, and nothing that fits`, async ({ page, system }) => {
    await page.setViewportSize(viewport);
    await system.openSignedIn();
    const { id } = await makeQueue(page, `مركز ${'w'.repeat(80)}`, '300');
    await makePilot(page, id, { username: `${'w'.repeat(52)}.o'brien@contoso.com` });
    await openEventLog(page, { range: 'custom', actor: 'admin' });
    await expect(events(page).first()).toContainText('Queue pilot');
    await expectAccessible(page);
    await events(page).first().getByRole('link').click();
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Copy for support' })).toBeVisible();
    await expectAccessible(page);
    await openEventLog(page, { q: 'nobody' });
    await expect(page.getByText('No event fits.')).toBeVisible();
    await expectAccessible(page);
  });
}
