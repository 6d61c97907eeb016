import { expect, type Locator, type Page } from '@playwright/test';
import type { Pilot, Queue } from '../contract/contact-center.ts';
import { api } from '../contract/addresses.ts';
import { paths } from '../src/paths.ts';

/** Sends a request to the API from the page, as its session. */
async function call<T>(page: Page, method: 'POST', url: string, body: unknown): Promise<T> {
  return page.evaluate(
    async ({ method: verb, url: address, body: given }) => {
      const answer = await fetch(address, { method: verb, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(given) });
      if (!answer.ok) throw new Error(`${verb} ${address}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    { method, url, body },
  );
}

/** Deletes a queue, or one of its pilots, as another administrator would. */
export async function deleteElsewhere(page: Page, queueId: string, pilotId?: string): Promise<void> {
  await page.evaluate(async (address) => {
    const etag = (await fetch(address)).headers.get('ETag') ?? '';
    const answer = await fetch(address, { method: 'DELETE', headers: { 'If-Match': etag } });
    if (!answer.ok) throw new Error(`DELETE ${address}: ${answer.status}`);
  }, pilotId === undefined ? api.queue(queueId) : api.pilot(queueId, pilotId));
}

export function makeQueue(page: Page, name: string, number: string): Promise<Queue> {
  return call<Queue>(page, 'POST', api.queues, { name, number });
}

export const pilotValues = { username: 'sales@contoso.com', tenantId: 'contoso.com', applicationId: '4f6ef1c2-8e18-4b6e-89bc-0d52c1a7e9f4', clientSecret: 'Zos8Q~right-value-of-a-client-secret-k7W' };

/** Adds an e-mail pilot with OAuth 2.0. */
export function makePilot(page: Page, queueId: string, changed: Partial<typeof pilotValues> & { clientSecretExpiresAt?: string } = {}): Promise<Pilot> {
  return call<Pilot>(page, 'POST', api.pilots(queueId), { type: 'email', authMethod: 'oauth', ...pilotValues, ...changed });
}

/** Adds a pilot for calls or faxes. */
export function makeNumber(page: Page, queueId: string, number: string, type: 'call' | 'fax' = 'call'): Promise<Pilot> {
  return call<Pilot>(page, 'POST', api.pilots(queueId), { type, number });
}

/** Fills in what an e-mail pilot with OAuth 2.0 needs; the rest stays. */
export async function fillPilot(panel: Locator, changed: Partial<typeof pilotValues> = {}): Promise<void> {
  const { username, tenantId, applicationId, clientSecret } = { ...pilotValues, ...changed };
  await panel.getByLabel('Username').fill(username);
  await panel.getByLabel('Tenant ID').fill(tenantId);
  await panel.getByLabel('Application ID').fill(applicationId);
  await panel.getByLabel('Client Secret').fill(clientSecret);
}

/** Saves the pilot in the panel, and waits until it is. */
export async function savePilot(panel: Locator): Promise<void> {
  await panel.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(panel.getByText(/^saved /)).toBeVisible();
}

/** Opens a page of the Contact Center by its address. */
export async function open(page: Page, path: string, title: string | RegExp = 'Queues'): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Adds a queue by the panel. */
export async function addQueue(page: Page, name: string, number: string): Promise<void> {
  await open(page, paths.queues({ add: true }));
  const panel = page.getByRole('dialog', { name: 'Add a queue' });
  await panel.getByLabel('Name').fill(name);
  await panel.getByLabel('Number').fill(number);
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}
