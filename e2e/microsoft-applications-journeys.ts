import { expect, type Locator, type Page } from '@playwright/test';
import { api } from '../contract/addresses.ts';
import { paths } from '../src/paths.ts';
import { makePilot, makeQueue, pilotValues } from './contact-center-journeys.ts';
import { section } from './journeys.ts';

const { tenantId, applicationId, clientSecret } = pilotValues;
export const newSecret = 'Zos8Q~newer-value-of-a-client-secret-z3A';

/** Saves settings of a function with the application, as another administrator would. */
export async function putSettings(page: Page, address: string, settings: object): Promise<void> {
  await page.evaluate(
    async ({ url, value }) => {
      const etag = (await fetch(url)).headers.get('ETag') ?? '';
      const answer = await fetch(url, { method: 'PUT', headers: { 'Content-Type': 'application/json', 'If-Match': etag }, body: JSON.stringify(value) });
      if (!answer.ok) throw new Error(`PUT ${url}: ${answer.status} ${await answer.text()}`);
    },
    { url: address, value: settings },
  );
}

export const forwarding = { authMethod: 'microsoft-oauth-application', cloud: 'global', emailAddress: 'pbx@contoso.com', smtp: { host: 'smtp.office365.com', port: 587, encryption: 'starttls' }, scope: 'https://outlook.office365.com/.default', tenantId, applicationId, clientSecret };
const calendar = { authMethod: 'microsoft-oauth', access: 'graph', cloud: 'global', server: 'https://graph.microsoft.com/v1.0', username: 'pbx@contoso.com', scope: 'https://graph.microsoft.com/.default', tenantId, applicationId, clientSecret };

/** E-mail forwarding, the calendar and a queue pilot of one application; answers the queue's id. */
export async function setUpThree(page: Page, mailbox = 'sales@contoso.com'): Promise<string> {
  await putSettings(page, api.emailForwarding, forwarding);
  await putSettings(page, api.exchangeCalendar, calendar);
  const { id } = await makeQueue(page, 'Sales', '300');
  await makePilot(page, id, { username: mailbox });
  return id;
}

/** Opens Microsoft applications by its address. */
export async function openApplications(page: Page): Promise<void> {
  await page.goto(new URL(paths.microsoftApplications(), page.url()).href);
  await expect(page.getByRole('heading', { level: 1, name: 'Microsoft applications' })).toBeVisible();
}

/** The section with the client secret. */
export function secretOf(page: Page): Locator {
  return section(page, 'Client Secret');
}

/** Enters a new secret and begins its check. */
export async function renew(page: Page, secret = newSecret): Promise<void> {
  await secretOf(page).getByRole('button', { name: /^(Renew|Enter another) secret$/ }).click();
  await page.getByLabel('New Client Secret').fill(secret);
  await page.getByRole('button', { name: 'Check and switch' }).click();
}
