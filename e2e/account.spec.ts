import { api } from '../contract/addresses.ts';
import { paths } from '../src/paths.ts';
import { addAdministrator, enter, firstPassword, open, send, signOut } from './administrators-journeys.ts';
import { expect, test } from './fixtures.ts';
import { fillSettings } from './journeys.ts';

test('the own password: the old one is asked, the new one is another, and it holds from then on', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByText('admin', { exact: true }).click();
  await page.getByRole('link', { name: 'My account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'My account' })).toBeVisible();
  const change = page.getByRole('button', { name: 'Change password' });
  await change.click();
  await expect(page.getByLabel('Current password')).toBeFocused();
  await page.getByLabel('Current password').fill('not my password');
  await page.getByLabel('New password', { exact: true }).fill('battery staple');
  await page.getByLabel('Repeat new password').fill('battery stapel');
  await change.click();
  await expect(page.getByText('The two passwords are not the same.')).toBeVisible();
  await page.getByLabel('Repeat new password').fill('battery staple');
  await change.click();
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await expect(page.getByLabel('New password', { exact: true })).toHaveValue('battery staple');
  await page.getByLabel('Current password').fill(system.password);
  await change.click();
  await expect(page.getByRole('region', { name: 'Password' }).getByText('changed', { exact: true })).toBeVisible();
  await signOut(page);
  await enter(page, 'admin', system.password);
  await expect(page.getByText('Username or password is wrong.')).toBeVisible();
  await enter(page, 'admin', 'battery staple');
  await expect(page.getByRole('navigation', { name: 'Task centers' })).toBeVisible();
});

test('the own address and language: they hold in this window at once, and after a reload', async ({ page, system }) => {
  await system.openSignedIn();
  await open(page, paths.account(), 'My account');
  await page.getByLabel('E-mail address').fill('nobody');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('This is not an e-mail address')).toBeVisible();
  await page.getByLabel('E-mail address').fill('me@contoso.com');
  await page.getByLabel('Language of the account').selectOption('Deutsch');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mein Konto' })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('E-Mail-Adresse')).toHaveValue('me@contoso.com');
});

test('signed out by an expert who has set a new password: what was typed is still there once the own one is chosen', async ({ page, system }) => {
  await system.openSignedIn();
  await addAdministrator(page, system);
  await send(page, { method: 'POST', url: api.session, body: { username: 'berta', password: firstPassword } });
  await send(page, { method: 'PUT', url: api.account, body: { ownPassword: firstPassword, password: 'a password of my own' } });
  await page.reload();
  await fillSettings(page);
  // As the expert does it, from elsewhere.
  await send(page, { method: 'POST', url: api.session, body: { username: 'admin', password: system.password } });
  const { id, etag, ...account } = await page.evaluate(async (url) => {
    const { items } = await (await fetch(url)).json();
    const berta = items.find(({ username }: { username: string }) => username === 'berta');
    return { ...berta, etag: (await fetch(`${url}/${berta.id}`)).headers.get('ETag') };
  }, api.administrators);
  await send(page, { method: 'PUT', url: api.administrator(id), ifMatch: etag, body: { ...account, password: 'from the expert', ownPassword: system.password } });
  await system.endSession();
  await page.getByRole('button', { name: 'OK & Next' }).click();
  const again = page.getByRole('dialog', { name: 'Your session has ended' });
  await again.getByLabel('Password').fill('from the expert');
  await again.getByRole('button', { name: 'Sign in' }).click();
  const choose = page.getByRole('dialog', { name: 'Choose your password' });
  await choose.getByLabel('New password', { exact: true }).fill('another of my own');
  await choose.getByLabel('Repeat new password').fill('another of my own');
  await choose.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByLabel('User code')).toBeVisible();
});
