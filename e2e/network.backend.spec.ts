import { expect, test } from './fixtures.ts';
import { fillBasic, fillSettings, ladder, readCode, section } from './journeys.ts';

// On the real backend only: what the worker of mock mode answers never touches the network.
test('the network is gone: said, and sent again by one click', async ({ page, system, context }) => {
  await system.openSignedIn();
  await fillSettings(page);
  await page.getByLabel('Tenant ID').blur();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(page.getByText('Postern does not answer: the network is gone, or Postern has been stopped.')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue('pbx@contoso.com');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Send again' }).click();
  await readCode(page);
});

test('it is gone before the rules of the form have come: sent all the same, and the backend’s answer stands at its field', async ({ page, system, context }) => {
  await system.openSignedIn();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(page.getByText('Postern does not answer')).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/This is needed\./);
});

test('it is gone when a part of the page is fetched: what was typed stays, and the part comes by a click', async ({ page, system, context }) => {
  const later = '**/assets/later-*.js';
  await context.route(later, (route) => route.abort());
  await system.openSignedIn();
  await fillSettings(page);
  await page.getByLabel('Auth Method').selectOption('Basic authentication');
  const settings = section(page, 'Settings');
  await expect(settings.getByText('A part of this page could not be fetched.')).toBeVisible();
  await expect(page.getByLabel('E-mail address')).toHaveValue('pbx@contoso.com');
  await context.unroute(later);
  await settings.getByRole('button', { name: 'Fetch it again' }).click();
  await expect(page.getByLabel('Outgoing mail server (SMTP)')).toHaveValue('smtp.office365.com');
});

test('a check pressed while the settings are being saved is one of what was saved', async ({ page, system }) => {
  await system.openSignedIn();
  await fillBasic(page);
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route('**/api/v1/email-forwarding', async (route) => {
    if (route.request().method() === 'PUT') await held;
    await route.continue();
  });
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await section(page, 'Check').getByRole('button', { name: 'Check e-mail forwarding' }).click();
  letThrough();
  await expect(ladder(page).last()).toHaveText(/Test mail accepted/);
  await expect(page.locator('.page-state')).toHaveText(/Working/);
});
