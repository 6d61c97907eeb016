import { expect, test, values } from './fixtures.ts';
import { fillSettings, section } from './journeys.ts';

test('nothing filled in: each field says so, and the first one has the focus', async ({ page, system }) => {
  await system.openSignedIn();
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  for (const name of ['E-mail address', 'Application ID', 'Tenant ID']) {
    await expect(page.getByLabel(name)).toHaveAccessibleDescription(/This is needed\./);
    await expect(page.getByLabel(name)).toHaveAttribute('required');
  }
});

const wrong: [string, string, RegExp][] = [
  ['E-mail address', '   ', /This is needed/],
  ['E-mail address', 'pbx', /not an e-mail address/],
  ['E-mail address', `${'a'.repeat(10_000)}@contoso.com`, /too long/],
  ['Application ID', 'pbx@contoso.com', /not an ID/],
  ['Application ID', `${values.applicationId.slice(0, 20)}\u200b${values.applicationId.slice(20)}`, /invisible characters/],
  ['Tenant ID', 'contoso', /a domain as in contoso\.com/],
  ['Tenant ID', 'x'.repeat(10_000), /too long/],
];

test('what is wrong is said while typing, and goes away with it', async ({ page, system }) => {
  await system.openSignedIn();
  for (const [name, value, sentence] of wrong) {
    const field = page.getByLabel(name);
    await field.fill(value);
    await field.blur();
    await expect(field).toHaveAccessibleDescription(sentence);
    await expect(field).toHaveValue(value);
  }
  await fillSettings(page);
  await expect(page.getByLabel('Tenant ID')).not.toHaveAttribute('aria-invalid');
});

test('blanks around what was pasted are left out', async ({ page, system }) => {
  await system.openSignedIn();
  await fillSettings(page, { tenantId: '  contoso.com ' });
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(section(page, 'Settings').getByText('contoso.com', { exact: true })).toBeVisible();
});

test('a mail server that is not Microsoft’s gets no token: the server refuses it at its field', async ({ page, system }) => {
  await system.openSignedIn();
  await fillSettings(page);
  await page.getByText('Advanced').click();
  await page.getByLabel('Outgoing mail server (SMTP)').fill('smtp.example.com');
  await page.getByRole('button', { name: 'OK & Next' }).click();
  await expect(page.getByLabel('Outgoing mail server (SMTP)')).toHaveAccessibleDescription(/Microsoft’s mail servers of the chosen cloud only/);
  await expect(page.getByLabel('Tenant ID')).toHaveValue(values.tenantId);
  await page.getByLabel('Port').fill('70000');
  await expect(page.getByLabel('Port')).toHaveAccessibleDescription(/from 1 to 65535/);
});
