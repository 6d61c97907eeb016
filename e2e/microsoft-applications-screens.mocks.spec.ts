// In one project only: the page is the same in both, and axe takes longer than all else.
import { expectAccessible } from './accessible.ts';
import { makePilot, makeQueue } from './contact-center-journeys.ts';
import { expect, test } from './fixtures.ts';
import { openApplications, renew, secretOf, setUpThree } from './microsoft-applications-journeys.ts';

for (const [size, viewport] of [['a desk', { width: 1280, height: 800 }], ['a telephone', { width: 360, height: 740 }]] as const) {
  test(`on ${size}: nothing yet, two applications, the form, one that is refused, and the end`, async ({ page, system }) => {
    await page.setViewportSize(viewport);
    await system.openSignedIn();
    await openApplications(page);
    await expect(page.getByText('No application yet')).toBeVisible();
    await expectAccessible(page);
    await setUpThree(page, `outside.${'w'.repeat(44)}.o'brien@contoso.com`);
    const { id } = await makeQueue(page, `مركز ${'w'.repeat(80)}`, '301');
    await makePilot(page, id, { applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4' });
    await openApplications(page);
    await expectAccessible(page);
    await page.getByRole('link', { name: '4f6ef1c2-8e18-4b6e-89bc-0d52c1a7e9f4' }).click();
    await secretOf(page).getByRole('button', { name: 'Renew secret' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await renew(page);
    await expect(secretOf(page).getByText(/was not switched/)).toBeVisible();
    await secretOf(page).locator('summary').click();
    await expectAccessible(page);
    await secretOf(page).getByRole('button', { name: 'Switch for all nevertheless' }).click();
    await expect(secretOf(page).getByText(/All have the new secret/)).toBeVisible();
    await expectAccessible(page);
  });
}
