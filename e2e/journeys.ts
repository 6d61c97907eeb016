import { expect, type Locator, type Page } from '@playwright/test';
import { values } from './fixtures.ts';

/** Fills in the settings of E-mail forwarding. */
export async function fillSettings(page: Page, changed: Partial<typeof values> = {}): Promise<void> {
  const { emailAddress, applicationId, tenantId } = { ...values, ...changed };
  await page.getByLabel('E-mail address').fill(emailAddress);
  await page.getByLabel('Application ID').fill(applicationId);
  await page.getByLabel('Tenant ID').fill(tenantId);
}

interface BasicValues {
  host: string;
  port: string;
  encryption: string;
}

/** Fills in the settings of Basic authentication, for a relay that takes every password but “wrong”. */
export async function fillBasic(page: Page, changed: Partial<BasicValues> = {}): Promise<void> {
  const { host, port, encryption } = { host: 'relay.contoso.com', port: '587', encryption: 'STARTTLS', ...changed };
  await page.getByLabel('Auth Method').selectOption('Basic authentication');
  await page.getByLabel('Outgoing mail server (SMTP)').fill(host);
  await page.getByLabel('Port').fill(port);
  await page.getByLabel('Encryption').selectOption(encryption);
  await page.getByLabel('Username').fill('pbx@contoso.com');
  await page.getByLabel('Password').fill('correct horse battery');
  await page.getByLabel('E-mail address').fill('pbx@contoso.com');
}

/** Saves the settings and waits for the code that they bring. */
export async function askForCode(page: Page): Promise<string> {
  await fillSettings(page);
  await page.getByRole('button', { name: 'OK & Next' }).click();
  return readCode(page);
}

export async function readCode(page: Page): Promise<string> {
  const code = page.getByLabel('User code');
  await expect(code).toHaveText(/^[A-Z0-9]{9}$/);
  return (await code.textContent()) ?? '';
}

/** Follows the Authorization Link into its own tab, enters the code, and decides there. */
export async function decide(page: Page, code: string, decision: 'Approve' | 'Decline', account = values.emailAddress): Promise<void> {
  const opened = page.context().waitForEvent('page');
  await page.getByRole('link', { name: 'Authorization Link' }).click();
  const tab = await opened;
  await tab.getByLabel('Code').fill(code);
  await tab.getByRole('button', { name: 'Next' }).click();
  await tab.getByLabel('Account').fill(account);
  await tab.getByRole('button', { name: decision }).click();
  await expect(tab.getByText('You can close this window.')).toBeVisible();
  await tab.close();
}

/** The settings saved and a sign-in that works. */
export async function signInAtMicrosoft(page: Page): Promise<void> {
  await decide(page, await askForCode(page), 'Approve');
  await expect(section(page, 'Sign in at Microsoft').getByText('signed in as pbx@contoso.com')).toBeVisible();
}

/** A section of the page by its title. */
export function section(page: Page, name: string): Locator {
  return page.getByRole('region', { name });
}

/** The steps of the last check. */
export function ladder(page: Page): Locator {
  return page.getByRole('list', { name: 'Steps of the check' }).locator(':scope > li');
}
