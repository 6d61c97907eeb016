import { paths } from '../src/paths.ts';
import { addAdministrator, confirm, enter, firstPassword, open, saveElsewhere, signOut } from './administrators-journeys.ts';
import { events, openEventLog } from './event-log-journeys.ts';
import { expect, test } from './fixtures.ts';

test('an administrator is added, chooses a password at the first sign-in, and is at work', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByRole('navigation', { name: 'Task centers' }).getByRole('link', { name: 'Administrators' }).click();
  await page.getByRole('link', { name: 'Add' }).click();
  const panel = page.getByRole('dialog', { name: 'Add an administrator' });
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('This is needed.')).toHaveCount(2);
  await expect(panel.getByLabel('Username')).toBeFocused();
  await panel.getByLabel('Username').fill('ADMIN');
  await panel.getByLabel('Role').selectOption('Advanced');
  await expect(panel.getByLabel('Role')).toHaveAccessibleDescription(/signs in at Microsoft/);
  await panel.getByLabel('Password').fill('too short');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(panel.getByText('Use at least 10 characters.')).toBeVisible();
  await panel.getByLabel('Password').fill(firstPassword);
  await panel.getByRole('button', { name: 'Save' }).click();
  const question = page.getByRole('dialog', { name: 'Add this administrator?' });
  await confirm(page, 'Add this administrator?', 'Save', 'not my password');
  await expect(question.getByText('This is not your password.')).toBeVisible();
  await confirm(page, 'Add this administrator?', 'Save', system.password);
  await expect(panel.getByText('Another administrator has this username.')).toBeVisible();
  await expect(panel.getByLabel('Username')).toBeFocused();
  await panel.getByLabel('Username').fill('berta');
  await expect(panel.getByLabel('Password')).toHaveValue(firstPassword);
  await panel.getByRole('button', { name: 'Save' }).click();
  await confirm(page, 'Add this administrator?', 'Save', system.password);
  await expect(page.getByRole('row', { name: /^berta Advanced Must change the password .*never none$/ })).toBeVisible();

  await signOut(page);
  await enter(page, 'Berta', firstPassword);
  await expect(page.getByRole('heading', { level: 1, name: 'Choose your password' })).toBeVisible();
  await page.getByLabel('New password', { exact: true }).fill(firstPassword);
  await page.getByLabel('Repeat new password').fill(firstPassword);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This is the password that you have.')).toBeVisible();
  // Who goes on by an address is asked there.
  await page.goto(new URL(paths.eventLog(), page.url()).href);
  await expect(page.getByRole('heading', { level: 1, name: 'Choose your password' })).toBeVisible();
  await page.getByLabel('Current password').fill('something else');
  await page.getByLabel('New password', { exact: true }).fill('a password of my own');
  await page.getByLabel('Repeat new password').fill('a password of my own');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await page.getByLabel('Current password').fill(firstPassword);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Event Log' })).toBeVisible();
  await expect(events(page).filter({ hasText: 'Own password changed' })).toContainText('berta');
  await expect(events(page).filter({ hasText: 'Administrator “berta” added with the role advanced' })).toBeVisible();
});

test('two experts change one account: both values are shown, and the choice is saved', async ({ page, system }) => {
  await system.openSignedIn();
  const account = await addAdministrator(page, system);
  await open(page, paths.administrators({ administrator: account.id }), 'Administrators');
  const panel = page.getByRole('dialog', { name: 'berta', exact: true });
  await panel.getByLabel('E-mail address').fill('berta@contoso.com');
  await saveElsewhere(page, system, account, { email: 'b@contoso.com', role: 'expert' });
  await panel.getByRole('button', { name: 'Save' }).click();
  await confirm(page, 'Save these changes?', 'Save', system.password);
  await expect(panel.getByText('Somebody else has saved these settings meanwhile.')).toBeVisible();
  await expect(panel.getByRole('radio', { name: 'Role, theirs: Expert' })).toBeChecked();
  await panel.getByRole('button', { name: 'Save this choice' }).click();
  await confirm(page, 'Save these changes?', 'Save', system.password);
  await expect(panel.getByText('saved', { exact: true })).toBeVisible();
  await expect(panel.getByLabel('E-mail address')).toHaveValue('berta@contoso.com');
  await expect(panel.getByLabel('Role')).toHaveValue('expert');
});

test('an account is disabled, enabled and deleted, each time with the own password', async ({ page, system }) => {
  await system.openSignedIn();
  const account = await addAdministrator(page, system);
  await open(page, paths.administrators({ administrator: account.id }), 'Administrators');
  const panel = page.getByRole('dialog', { name: 'berta', exact: true });
  await panel.getByRole('button', { name: 'Disable' }).click();
  await page.getByRole('dialog', { name: 'Disable berta?' }).getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByRole('dialog', { name: 'Disable berta?' }).getByText('This is needed.')).toBeVisible();
  await confirm(page, 'Disable berta?', 'Disable', system.password);
  await panel.getByRole('button', { name: 'Enable' }).click();
  await confirm(page, 'Enable berta?', 'Enable', system.password);
  await panel.getByRole('button', { name: 'End sessions' }).click();
  await confirm(page, 'End the sessions of berta?', 'End sessions', system.password);
  await expect(page.getByRole('dialog', { name: 'End the sessions of berta?' })).toBeHidden();
  await panel.getByLabel('Username').fill('bertha');
  await expect(panel.getByRole('button', { name: 'Delete' })).toBeHidden();
  await panel.getByLabel('Username').fill('berta');
  await panel.getByRole('button', { name: 'Delete' }).click();
  await confirm(page, 'Delete administrator berta?', 'Delete', system.password);
  await expect(panel).toBeHidden();
  await expect(page.getByRole('row', { name: /^admin/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /^berta/ })).toBeHidden();
  await openEventLog(page, { changes: true });
  for (const what of ['“berta” deleted', '“berta” enabled', '“berta” disabled', '“berta” added']) await expect(events(page).filter({ hasText: what })).toBeVisible();
});

test('the last expert cannot take his own role away, nor disable or delete himself; the reason is said', async ({ page, system }) => {
  await system.openSignedIn();
  await open(page, paths.administrators(), 'Administrators');
  await page.getByRole('link', { name: 'admin', exact: true }).click();
  const panel = page.getByRole('dialog', { name: 'admin', exact: true });
  await expect(panel.getByText('This is your own account.')).toBeVisible();
  const reason = panel.getByText('This is the last expert who can sign in.');
  await panel.getByRole('button', { name: 'Delete' }).click();
  await confirm(page, 'Delete administrator admin?', 'Delete', system.password);
  await expect(reason).toBeVisible();
  await panel.getByRole('button', { name: 'Disable' }).click();
  await expect(reason).toBeHidden();
  await confirm(page, 'Disable admin?', 'Disable', system.password);
  await expect(reason).toBeVisible();
  await panel.getByLabel('Role').selectOption('Basic');
  await panel.getByRole('button', { name: 'Save' }).click();
  await confirm(page, 'Save these changes?', 'Save', system.password);
  await expect(panel.locator('form').getByText('This is the last expert who can sign in.')).toBeVisible();
  await expect(panel.getByLabel('Role')).toHaveValue('basic');
});

test('an account that somebody deletes meanwhile: it is said in its panel, and the list has it no more', async ({ page, system }) => {
  await system.openSignedIn();
  const { id } = await addAdministrator(page, system);
  await open(page, paths.administrators({ administrator: `${id.slice(1)}a` }), 'Administrators');
  await expect(page.getByRole('dialog', { name: 'There is no such administrator' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('after five wrong passwords the sign-in says how long to wait, and counts down', async ({ page, system }) => {
  await system.openSignedIn();
  await signOut(page);
  for (let count = 0; count < 6; count++) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/session') && response.request().method() === 'POST');
    await enter(page, 'admin', `wrong ${count}`);
    await answered;
  }
  await expect(page.getByText(/Too many tries\. Wait another (0:5\d|1:00)\./)).toBeVisible();
  await expect(page.getByText(/Wait another 0:5[0-7]/)).toBeVisible();
  await expect(page.getByLabel('Username')).toHaveValue('admin');
});

test('a wrong own password, six times: how long to wait is said in the question, and nothing typed is lost', async ({ page, system }) => {
  await system.openSignedIn();
  await open(page, paths.administrators({ add: true }), 'Administrators');
  const panel = page.getByRole('dialog', { name: 'Add an administrator' });
  await panel.getByLabel('Username').fill('berta');
  await panel.getByLabel('Password').fill(firstPassword);
  await panel.getByRole('button', { name: 'Save' }).click();
  for (let count = 0; count < 6; count++) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/administrators') && response.request().method() === 'POST');
    await confirm(page, 'Add this administrator?', 'Save', `wrong ${count}`);
    await answered;
  }
  const question = page.getByRole('dialog', { name: 'Add this administrator?' });
  await expect(question.getByText(/Too many tries\. Wait another/)).toBeVisible();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel.getByLabel('Username')).toHaveValue('berta');
  await expect(panel.getByLabel('Password')).toBeFocused();
});
