import { account, expect, test } from './fixtures.ts';
import { fillSettings, readCode, section } from './journeys.ts';

test('the session ends while the form is filled: sign in again in place, and what was sent is sent again', async ({ page, system }) => {
  await system.openSignedIn();
  await fillSettings(page);
  await system.endSession();
  await page.getByRole('button', { name: 'OK & Next' }).click();
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(dialog.getByLabel('Username')).toHaveValue(account.username);
  await expect(dialog.getByLabel('Password')).toBeFocused();
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog.getByText('This is needed.')).toBeVisible();
  await dialog.getByLabel('Password').fill('wrong');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog.getByText('Username or password is wrong.')).toBeVisible();
  await dialog.getByLabel('Password').fill(system.password);
  await page.keyboard.press('Enter');
  await readCode(page);
  await expect(dialog).toHaveCount(0);
  await expect(section(page, 'Settings').getByText('pbx@contoso.com')).toBeVisible();
});

test('leaving with changes asks, and staying keeps them', async ({ page, system }) => {
  await system.openSignedIn();
  await page.goto(new URL('/nowhere', page.url()).href);
  await page.getByRole('link', { name: 'To E-mail forwarding' }).click();
  await page.getByLabel('E-mail address').fill('pbx@contoso.com');
  await page.goBack();
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await dialog.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByLabel('E-mail address')).toHaveValue('pbx@contoso.com');
  await page.goBack();
  await dialog.getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByText('There is no page at this address')).toBeVisible();
});

test('closing the window with changes asks, too', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByLabel('E-mail address').fill('pbx@contoso.com');
  const asked = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await expect(page.getByLabel('E-mail address')).toHaveValue('pbx@contoso.com');
});

test('somebody else has saved meanwhile: both values side by side, and a choice for each', async ({ page, system, context }) => {
  await system.openSignedIn();
  await fillSettings(page, { emailAddress: 'mine@contoso.com', tenantId: 'contoso.com' });
  const other = await context.newPage();
  await other.goto(page.url());
  await fillSettings(other, { emailAddress: 'theirs@contoso.com', tenantId: 'fabrikam.com', applicationId: '8b80d7a0-9667-4736-a396-1c2d3e4f5a6b' });
  await other.getByRole('button', { name: 'OK & Next' }).click();
  await expect(other.getByLabel('User code')).toBeVisible();
  await page.bringToFront();
  await page.getByRole('button', { name: 'OK & Next' }).click();

  const table = page.getByRole('table');
  await expect(page.getByText('Somebody else has saved these settings meanwhile.')).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(4);
  await expect(table.getByRole('radio', { name: 'E-mail address, yours: mine@contoso.com' })).toBeChecked();
  await table.getByRole('radio', { name: 'Tenant ID, theirs: fabrikam.com' }).check();
  await expect(page.getByLabel('E-mail address').first()).toHaveValue('mine@contoso.com');
  await page.getByRole('button', { name: 'Save this choice' }).click();
  const settings = section(page, 'Settings');
  await expect(settings.getByText('mine@contoso.com')).toBeVisible();
  await expect(settings.getByText('fabrikam.com')).toBeVisible();
  await expect(settings.getByText('2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4')).toBeVisible();
});
