import { expect, test } from './fixtures.ts';
import { fillBasic, fillSettings, ladder, section } from './journeys.ts';

test('Basic authentication: saved, checked, and a mail goes out; nothing of the password is seen again', async ({ page, system }) => {
  await system.openSignedIn();
  await fillBasic(page);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  const settings = section(page, 'Settings');
  await expect(settings.getByText('relay.contoso.com:587')).toBeVisible();
  await expect(settings.getByText('correct horse')).toHaveCount(0);
  await expect(section(page, 'Sign in at Microsoft')).toHaveCount(0);
  const check = section(page, 'Check');
  await expect(check.getByRole('heading', { name: 'Check' })).toBeFocused();
  await check.getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(ladder(page).last()).toHaveText(/Passed: Test mail accepted by relay\.contoso\.com as 250 2\.0\.0 Ok/);
  await expect(ladder(page).getByText('does not apply')).toHaveCount(4);
  await expect(page.locator('.page-state')).toHaveText(/Working · checked now/);
  expect(await system.mails()).toMatchObject([{ user: 'pbx@contoso.com', from: 'pbx@contoso.com' }]);
  await check.getByRole('button', { name: 'Show transcript' }).click();
  await expect(check.getByText('> AUTH PLAIN ***')).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByLabel('Password')).toHaveValue('');
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/Set on .+ Leave it empty to keep it\./);
  await page.getByLabel('E-mail address').fill('pbx2@contoso.com');
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(settings.getByText('pbx2@contoso.com')).toBeVisible();
});

test('myReports has no settings of its own: whether it can send its reports is said with these', async ({ page, system }) => {
  await system.openSignedIn();
  await fillBasic(page);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  const settings = section(page, 'Settings');
  await expect(settings.getByText('uses this configuration · not checked yet')).toBeVisible();
  await system.choose('connection-refused');
  await section(page, 'Check').getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(settings.getByText('cannot send its reports')).toBeVisible();
  await system.choose('all-well');
  await section(page, 'Check').getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(settings.getByText('can send its reports')).toBeVisible();
});

test('a stored password does not go along to another server: it is asked for again, at its field', async ({ page, system }) => {
  await system.openSignedIn();
  await fillBasic(page);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByLabel('Port').fill('25');
  await expect(page.getByLabel('Password')).toHaveAccessibleDescription(/entered for another server or name/);
  await section(page, 'Check').getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(page.getByLabel('Password')).toHaveAttribute('aria-invalid');
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(section(page, 'Settings').getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('Password')).toBeFocused();
  await expect(page.getByLabel('Port')).toHaveValue('25');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(section(page, 'Settings').getByText('relay.contoso.com:25')).toBeVisible();
});

test('with Microsoft’s own server it is said what ends, and the way to OAuth keeps what was typed; back again, too', async ({ page, system }) => {
  await system.openSignedIn();
  await fillSettings(page);
  await page.getByLabel('Auth Method').selectOption('Basic authentication');
  await expect(page.getByLabel('Outgoing mail server (SMTP)')).toHaveValue('smtp.office365.com');
  await expect(page.getByText('Microsoft is switching Basic authentication for sending off')).toBeVisible();
  await page.getByLabel('Outgoing mail server (SMTP)').fill('relay.contoso.com');
  await expect(page.getByText('Microsoft is switching Basic authentication for sending off')).toHaveCount(0);
  await page.getByLabel('Username').fill('pbx');
  await page.getByLabel('Password').fill('correct horse');
  await page.getByLabel('Auth Method').selectOption('Microsoft OAuth 2.0');
  await expect(page.getByLabel('Tenant ID')).toHaveValue('contoso.com');
  await page.getByText('Advanced').click();
  await expect(page.getByLabel('Outgoing mail server (SMTP)')).toHaveValue('smtp.office365.com');
  await page.getByLabel('Auth Method').selectOption('Basic authentication');
  await expect(page.getByLabel('Outgoing mail server (SMTP)')).toHaveValue('relay.contoso.com');
  await expect(page.getByLabel('Username')).toHaveValue('pbx');
  await expect(page.getByLabel('Password')).toHaveValue('correct horse');
});

const microsoft = { host: 'smtp.office365.com' };
const refusals: [string, RegExp, string][] = [
  ['basic-auth-disabled', /Microsoft takes no password for sending any more/, 'Auth Method'],
  ['password-wrong', /does not accept username and password of pbx@contoso\.com/, 'Password'],
];
for (const [scenario, cause, field] of refusals) {
  test(`${scenario}: said as it is, and the field is a click away`, async ({ page, system }) => {
    await system.openSignedIn({ scenario });
    await fillBasic(page, microsoft);
    await page.getByRole('button', { name: 'OK & Next' }).click();
    const check = section(page, 'Check');
    await check.getByRole('button', { name: 'Check e-mail forwarding' }).click();
    await expect(check.getByText(cause)).toBeVisible();
    await expect(check.getByText(/535 5\.7\.139 Authentication unsuccessful/)).toBeVisible();
    await expect(page.locator('.page-state')).toHaveText(/Not working/);
    await check.getByRole('button', { name: 'Correct the settings' }).click();
    await expect(page.getByLabel(field)).toBeFocused();
    await expect(page.getByLabel(field)).toHaveAccessibleDescription(/The check failed because of this value/);
  });
}

test('a relay that asks for no sign-in, without encryption; with a name it is refused at its field', async ({ page, system }) => {
  await system.openSignedIn();
  await fillBasic(page, { port: '25', encryption: 'None' });
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(page.getByLabel('Encryption')).toHaveAccessibleDescription(/Without encryption no password is sent/);
  await page.getByLabel('Username').fill('');
  await page.getByLabel('Password').fill('');
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(section(page, 'Settings').getByText('none: no sign-in')).toBeVisible();
  await section(page, 'Check').getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(ladder(page).last()).toHaveText(/Test mail accepted by relay\.contoso\.com/);
});

test('nothing filled in: the fields that are needed say so', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByLabel('Auth Method').selectOption('Basic authentication');
  await page.getByLabel('Outgoing mail server (SMTP)').fill('');
  await page.getByLabel('Port').fill('');
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(page.getByLabel('Outgoing mail server (SMTP)')).toBeFocused();
  await expect(page.getByLabel('Outgoing mail server (SMTP)')).toHaveAccessibleDescription(/This is needed\./);
  await expect(page.getByLabel('Port')).toHaveAccessibleDescription(/from 1 to 65535/);
  await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/This is needed\./);
});
