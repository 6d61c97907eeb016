import { expect, type Locator, type Page } from '@playwright/test';
import { api } from '../contract/addresses.ts';
import { paths } from '../src/paths.ts';

const application = { cloud: 'global', tenantId: 'contoso.com', applicationId: '4f6ef1c2-8e18-4b6e-89bc-0d52c1a7e9f4', clientSecret: 'Zos8Q~right-value-of-a-client-secret-k7W' };
const forwarding = { authMethod: 'basic', emailAddress: 'pbx@contoso.com', cloud: 'global', username: 'pbx@contoso.com', password: 'correct horse battery' };
const calendar = { ...application, authMethod: 'microsoft-oauth', access: 'graph', server: 'https://graph.microsoft.com/v1.0', scope: 'https://graph.microsoft.com/.default', username: 'pbx@contoso.com' };
const day = 86_400_000;

/** Midnight (UTC) so many days from now. */
export function inDays(days: number): string {
  return new Date(Math.floor(Date.now() / day + days) * day).toISOString();
}

/** Saves the settings of E-mail forwarding with Basic authentication at this server. */
export async function saveForwarding(page: Page, host = 'relay.contoso.com'): Promise<void> {
  await put(page, api.emailForwarding, { ...forwarding, smtp: { host, port: 587, encryption: 'starttls' } });
}

/** Saves the settings of Exchange Calendar Integration with Microsoft Graph. */
export async function saveCalendar(page: Page, clientSecretExpiresAt = inDays(300)): Promise<void> {
  await put(page, api.exchangeCalendar, { ...calendar, clientSecretExpiresAt });
}

/** Opens Home by its address, as it is stored now. */
export async function openHome(page: Page): Promise<void> {
  await page.goto(new URL(paths.home(), page.url()).href);
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
}

/** A row of the table of functions. */
export function functionRow(page: Page, name: string): Locator {
  return page.getByRole('region', { name: 'Functions' }).getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
}

async function put(page: Page, url: string, body: unknown): Promise<void> {
  await page.evaluate(
    async ({ address, given }) => {
      const etag = (await fetch(address)).headers.get('ETag') ?? '';
      const answer = await fetch(address, { method: 'PUT', headers: { 'Content-Type': 'application/json', 'If-Match': etag }, body: JSON.stringify(given) });
      if (!answer.ok) throw new Error(`PUT ${address}: ${answer.status} ${await answer.text()}`);
    },
    { address: url, given: body },
  );
}
