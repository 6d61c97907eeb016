// In one project only: the pages are the same in both, and axe takes longer than all else.
import { paths } from '../src/paths.ts';
import { expectAccessible } from './accessible.ts';
import { makePilot, makeQueue } from './contact-center-journeys.ts';
import { expect, test } from './fixtures.ts';
import { inDays, openHome, saveCalendar, saveForwarding } from './home-journeys.ts';
import { section } from './journeys.ts';

for (const [size, viewport] of [['a desk', { width: 1280, height: 800 }], ['a telephone', { width: 360, height: 740 }]] as const) {
  test(`on ${size}: Home untouched, with trouble, a run under way, and its report`, async ({ page, system }) => {
    await page.setViewportSize(viewport);
    await system.openSignedIn({ scenario: 'exchange-silent', at: paths.home() });
    await expect(page.getByText('Nothing is set up yet.')).toBeVisible();
    await expectAccessible(page);
    await saveForwarding(page, 'smtp.office365.com');
    await saveCalendar(page, inDays(3));
    const { id } = await makeQueue(page, `مركز ${'w'.repeat(80)}`, '300');
    for (const [at, days] of [-400, -3, 0, 1, 2, 31, 32, 400, 500].entries()) await makePilot(page, id, { username: `${'w'.repeat(52)}${at}@contoso.com`, clientSecretExpiresAt: inDays(days) });
    await openHome(page);
    await expect(section(page, 'Needs somebody')).toBeVisible();
    await expectAccessible(page);
    // No mark of the drawing covers another one.
    const marks = await page.locator('.marks i').evaluateAll((found) => found.map((mark) => mark.getBoundingClientRect()).map(({ left, right, top, bottom }) => ({ left, right, top, bottom })));
    for (const [index, a] of marks.entries()) for (const b of marks.slice(index + 1)) expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
    await page.getByRole('button', { name: 'Check everything' }).click();
    await expect(page.getByText('10 of 11 checked')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Acceptance report' })).toBeVisible();
    await expect(section(page, 'Queue Pilots')).toBeVisible();
    await expectAccessible(page);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('Accepted by', { exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  });
}
