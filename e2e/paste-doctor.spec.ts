import type { Page } from '@playwright/test';
import { expect, test, values } from './fixtures.ts';
import { fillSettings, section } from './journeys.ts';

const tenant = '8b80d7a0-6f1e-4b0e-9a3c-5d2f1e7c4b6a';
const object = '5f2c1a7e-1111-4222-8333-944445555666';
const secret = 'Kq.8Q~s5ome-Th1ng_that.is~NoSecretAtAll1';
const day = '2027-11-24';
const application = 'Microsoft OAuth 2.0 (application)';

/** Pastes as the clipboard does: the lines are joined by the field, not before. */
async function paste(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label);
  await field.focus();
  await field.evaluate((input: HTMLInputElement, copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    document.execCommand('insertText', false, copied);
  }, text);
}

test('the portal’s page pasted into one field fills both, by one click', async ({ page, system }) => {
  await system.openSignedIn();
  await paste(page, 'Application ID', `Display name\nTelephone system\nApplication (client) ID\n${values.applicationId}\nObject ID\n${object}\nDirectory (tenant) ID\n${tenant}`);
  await expect(page.getByLabel('Application ID')).toHaveAccessibleDescription(/copied from the portal together with its labels/);
  await expect(page.getByLabel('Application ID')).not.toHaveAccessibleDescription(/This is not an ID/);
  await page.getByRole('button', { name: 'Fill in Application ID and Tenant ID' }).click();
  await expect(page.getByLabel('Application ID')).toHaveValue(values.applicationId);
  await expect(page.getByLabel('Application ID')).toBeFocused();
  await expect(page.getByLabel('Tenant ID')).toHaveValue(tenant);
  await expect(page.getByRole('status')).toHaveText('Filled in: Application ID and Tenant ID.');
  await expect(page.getByLabel('Application ID')).not.toHaveAttribute('aria-invalid');
});

test('an address of another cloud brings its tenant, mail server and scope', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByLabel('Auth Method').selectOption(application);
  await page.getByLabel('Tenant ID').fill(`https://login.partner.microsoftonline.cn/${tenant}/v2.0/.well-known/openid-configuration`);
  await page.getByRole('button', { name: 'Fill in Tenant ID and Cloud' }).click();
  await expect(page.getByLabel('Tenant ID')).toHaveValue(tenant);
  await page.getByText('Advanced').click();
  await expect(page.getByLabel('Cloud')).toHaveValue('china');
  await expect(page.getByLabel('Outgoing mail server (SMTP)')).toHaveValue('smtp.partner.outlook.cn');
  await expect(page.getByLabel('Scope')).toHaveValue('https://partner.outlook.cn/.default');
  await page.getByLabel('Scope').fill('https://example.org/.default');
  await page.getByLabel('Cloud').selectOption('US Government GCC High');
  await expect(page.getByLabel('Outgoing mail server (SMTP)')).toHaveValue('outlook.office365.us');
  await expect(page.getByLabel('Scope')).toHaveValue('https://example.org/.default');
});

test('ids in each other’s field are swapped, and an e-mail address moves to its own', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByLabel('Application ID').fill('contoso.com');
  await page.getByLabel('Tenant ID').fill(values.applicationId);
  await page.getByRole('button', { name: 'Swap them' }).click();
  await expect(page.getByLabel('Application ID')).toHaveValue(values.applicationId);
  await expect(page.getByLabel('Tenant ID')).toHaveValue('contoso.com');
  await page.getByLabel('Application ID').fill(values.emailAddress);
  await page.getByRole('button', { name: 'Move it to E-mail address' }).click();
  await expect(page.getByLabel('E-mail address')).toHaveValue(values.emailAddress);
  await expect(page.getByLabel('Application ID')).toHaveValue('');
  await page.getByLabel('Tenant ID').fill(values.emailAddress);
  await page.getByRole('button', { name: 'Use contoso.com' }).click();
  await expect(page.getByLabel('Tenant ID')).toHaveValue('contoso.com');
});

test('the same ID twice is said, with each way out', async ({ page, system }) => {
  await system.openSignedIn();
  await fillSettings(page, { tenantId: values.applicationId });
  await expect(page.getByLabel('Tenant ID')).toHaveAccessibleDescription(/one of them is wrong/);
  await expect(page.getByRole('button', { name: 'Clear Application ID' })).toBeVisible();
  await page.getByRole('button', { name: 'Use contoso.com' }).click();
  await expect(page.getByLabel('Tenant ID')).not.toHaveAccessibleDescription(/one of them is wrong/);
});

test('the Secret ID, a hidden value and a short one are no secret', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByLabel('Auth Method').selectOption(application);
  const field = page.getByLabel('Client Secret');
  await field.fill(object);
  await expect(field).toHaveAccessibleDescription(/This is the Secret ID\./);
  await page.getByRole('button', { name: 'Clear it' }).click();
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();
  await field.fill('Kq.*****************');
  await expect(field).toHaveAccessibleDescription(/hides a secret/);
  await field.fill(secret.slice(0, 8));
  await expect(field).toHaveAccessibleDescription(/shorter than a client secret/);
  await expect(page.getByRole('button', { name: 'Clear it' })).toHaveCount(0);
});

test('the row of the secret: value and day are filled in, and nothing of it is seen', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByLabel('Auth Method').selectOption(application);
  await paste(page, 'Client Secret', `Description\tExpires\tValue\tSecret ID\nPostern\t11/24/2027\t${secret}\t${object}`);
  await page.getByRole('button', { name: 'Fill in Client Secret and Secret expires on' }).click();
  await expect(page.getByLabel('Client Secret')).toHaveValue(secret);
  await expect(page.getByLabel('Secret expires on')).toHaveValue(day);
  await expect(page.getByLabel('Client Secret')).toHaveAttribute('type', 'password');
  await expect(page.getByText('NoSecretAtAll')).toHaveCount(0);
});

test('what cannot be seen, and what only looks like Latin, is named and put right', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByLabel('Application ID').fill(`{${values.applicationId.replaceAll('-', '–')}}`);
  await page.getByRole('button', { name: `Use ${values.applicationId}` }).click();
  await expect(page.getByLabel('Application ID')).toHaveValue(values.applicationId);
  await page.getByLabel('E-mail address').fill('pbx@con\u00adtoso.com');
  await page.getByRole('button', { name: 'Remove them' }).click();
  await expect(page.getByLabel('E-mail address')).toHaveValue(values.emailAddress);
  await page.getByLabel('E-mail address').fill('pbx@cоntoso.com');
  await expect(page.getByLabel('E-mail address')).toHaveAccessibleDescription(/only look like Latin ones: о/);
  await page.getByRole('button', { name: `Use ${values.emailAddress}` }).click();
  await expect(page.getByLabel('E-mail address')).toHaveValue(values.emailAddress);
});

test('an alias is no tenant for an application; the domain of the address is offered', async ({ page, system }) => {
  await system.openSignedIn();
  await fillSettings(page, { tenantId: 'common' });
  await expect(page.getByLabel('Tenant ID')).not.toHaveAttribute('aria-invalid');
  await page.getByLabel('Auth Method').selectOption(application);
  await expect(page.getByLabel('Tenant ID')).toHaveAccessibleDescription(/common is no tenant of its own/);
  await page.getByRole('button', { name: 'Use contoso.com' }).click();
  await expect(page.getByLabel('Tenant ID')).toHaveValue('contoso.com');
});

test('another account than the mailbox: the command that lets it send', async ({ page, system }) => {
  await system.openSignedIn();
  await fillSettings(page);
  await page.getByText('Advanced').click();
  await page.getByLabel('Sign in as').fill('operator@contoso.com');
  await expect(page.getByText('Add-RecipientPermission -Identity pbx@contoso.com -Trustee operator@contoso.com -AccessRights SendAs -Confirm:$false')).toBeVisible();
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(section(page, 'Settings').getByText('operator@contoso.com')).toBeVisible();
});

test('by keyboard alone: the button follows its field, and the focus comes back', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByLabel('Application ID').fill(`api://${values.applicationId}`);
  await expect(page.getByRole('button', { name: `Use ${values.applicationId}` })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Application ID')).toHaveValue(values.applicationId);
  await expect(page.getByLabel('Application ID')).toBeFocused();
});

test('the application’s secret: saved, read as its end and its day only, and asked for again with another tenant', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByLabel('Auth Method').selectOption(application);
  await fillSettings(page);
  await page.getByLabel('Client Secret').fill(secret);
  await page.getByLabel('Secret expires on').fill(day);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  const settings = section(page, 'Settings');
  await expect(settings.getByText(/set on .+, ends in …ll1/)).toBeVisible();
  await expect(settings.getByText('Nov 24, 2027')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Check', exact: true })).toBeFocused();
  await expect(section(page, 'Sign in at Microsoft')).toHaveCount(0);
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByLabel('Client Secret')).toHaveValue('');
  await expect(page.getByLabel('Client Secret')).toHaveAccessibleDescription(/ends in …ll1\. Leave it empty to keep it\./);
  await page.getByLabel('Tenant ID').fill('fabrikam.com');
  await expect(page.getByLabel('Client Secret')).toHaveAccessibleDescription(/belongs to another application, tenant or cloud/);
  await page.getByLabel('Auth Method').selectOption('Microsoft OAuth 2.0');
  await page.getByLabel('Auth Method').selectOption(application);
  await expect(page.getByLabel('Secret expires on')).toHaveValue(day);
});
