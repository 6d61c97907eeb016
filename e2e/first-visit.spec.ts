import { paths } from '../src/paths.ts';
import { account, expect, test } from './fixtures.ts';

test('the first administrator is made with the set-up code, signs out and in, and is back where he wanted to be', async ({ page, system }) => {
  const code = await system.openNew();
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page.getByLabel('Set-up code')).toBeFocused();
  await expect(page.getByText('This is needed.')).toHaveCount(3);

  await page.getByLabel('Set-up code').fill('AAAA-AAAA');
  await page.getByLabel('Username').fill(account.username);
  await page.getByLabel('E-mail address').fill(account.email);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByLabel('Repeat password').fill('something else');
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page.getByText('The two passwords are not the same.')).toBeVisible();
  await page.getByLabel('Repeat password').fill(account.password);
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page.getByText('This is not the code of the last start.')).toBeVisible();

  await page.getByLabel('Set-up code').fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Home', exact: true })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Home', exact: true })).toBeVisible();
  await page.getByText(account.username, { exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();

  const wanted = paths.emailForwarding({ edit: true });
  await page.goto(new URL(wanted, page.url()).href);
  await page.getByLabel('Username').fill('ADMIN');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Username or password is wrong.')).toBeVisible();
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`**${wanted}`);
});

test('after ten wrong set-up codes it says how long to wait', async ({ page, system }) => {
  await system.openNew();
  await page.getByLabel('Username').fill(account.username);
  await page.getByLabel('Password', { exact: true }).fill(account.password);
  await page.getByLabel('Repeat password').fill(account.password);
  for (let count = 0; count < 10; count++) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/setup') && response.request().method() === 'POST');
    await page.getByLabel('Set-up code').fill(`WRONG-${count}`);
    await page.getByRole('button', { name: 'Create administrator' }).click();
    await answered;
  }
  await page.getByLabel('Set-up code').fill('WRONG-AGAIN');
  await page.getByRole('button', { name: 'Create administrator' }).click();
  await expect(page.getByText(/Too many tries\. Wait another (0:5\d|1:00)\./)).toBeVisible();
  await expect(page.getByLabel('Username')).toHaveValue(account.username);
});
