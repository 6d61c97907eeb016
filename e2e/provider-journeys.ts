import { expect, type Page } from '@playwright/test';
import { paths, type ProviderTab } from '../src/paths.ts';

export const providerValues = { username: 'pbx@contoso.com', tenantId: 'contoso.com', applicationId: '4f6ef1c2-8e18-4b6e-89bc-0d52c1a7e9f4', clientSecret: 'Zos8Q~right-value-of-a-client-secret-k7W' };

/** Opens a tab of External Providers Config by its address. */
export async function openTab(page: Page, tab: ProviderTab): Promise<void> {
  await page.goto(new URL(paths.externalProviders(tab), page.url()).href);
  await expect(page.getByRole('heading', { level: 1, name: 'External Providers Config' })).toBeVisible();
}

/** Fills in what an application needs; server and scope stay. */
export async function fillProvider(page: Page, changed: Partial<typeof providerValues> = {}): Promise<void> {
  const { username, tenantId, applicationId, clientSecret } = { ...providerValues, ...changed };
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Tenant ID').fill(tenantId);
  await page.getByLabel('Application ID').fill(applicationId);
  await page.getByLabel('Client Secret').fill(clientSecret);
}

/** Fills in an Exchange server of the company's own, which takes every password but “wrong”. */
export async function fillOwnServer(page: Page, password = 'correct horse battery'): Promise<void> {
  await page.getByLabel('Auth Method').selectOption('Basic authentication');
  await page.getByLabel('Server').fill('https://exchange.contoso.com/EWS/Exchange.asmx');
  await page.getByLabel('Username').fill('CONTOSO\\pbx');
  await page.getByLabel('Password').fill(password);
}

/** Saves, and waits until it is. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(/^saved /)).toBeVisible();
}
