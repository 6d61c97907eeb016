import { expect, type Page } from '@playwright/test';
import type { Queue } from '../contract/contact-center.ts';
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

/** Deletes a queue as another administrator would. */
export async function deleteElsewhere(page: Page, queueId: string): Promise<void> {
  await page.evaluate(async (address) => {
    const etag = (await fetch(address)).headers.get('ETag') ?? '';
    const answer = await fetch(address, { method: 'DELETE', headers: { 'If-Match': etag } });
    if (!answer.ok) throw new Error(`DELETE ${address}: ${answer.status}`);
  }, api.queue(queueId));
}

export function makeQueue(page: Page, name: string, number: string): Promise<Queue> {
  return call<Queue>(page, 'POST', api.queues, { name, number });
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
