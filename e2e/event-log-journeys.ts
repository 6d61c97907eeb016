import { expect, type Locator, type Page } from '@playwright/test';
import { paths, type EventView } from '../src/paths.ts';
import { open } from './contact-center-journeys.ts';

/** Opens the Event Log with this view. */
export async function openEventLog(page: Page, view: EventView = {}): Promise<void> {
  await open(page, paths.eventLog(view), 'Event Log');
}

/** The events that are listed, without the head of the table. */
export function events(page: Page): Locator {
  return page.locator('table.events tbody tr');
}

/** Downloads what is listed; answers its name and its text. */
export async function downloadAs(page: Page, format: 'CSV' | 'JSON'): Promise<{ name: string; text: string }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: `Download ${format}` }).click();
  const download = await downloading;
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  await expect(page.getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString('utf8') };
}
