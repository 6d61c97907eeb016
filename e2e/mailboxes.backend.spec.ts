// Only with a real backend: in mock mode the backend lives in the page, and ends with it.
import { expect, test } from './fixtures.ts';
import { section } from './journeys.ts';
import { fillProvider, openTab, save } from './provider-journeys.ts';

test('a check of 500 mailboxes goes on when its page is closed', async ({ page, system, context }) => {
  await system.openSignedIn();
  await openTab(page, 'exchange-calendar-integration');
  await fillProvider(page);
  await save(page);
  const check = section(page, 'Check mailboxes');
  await check.getByRole('textbox', { name: 'Mailboxes' }).fill(Array.from({ length: 500 }, (_, at) => `user${at}@contoso.com`).join(';'));
  await check.getByRole('button', { name: 'Check mailboxes' }).click();
  await expect(check.getByText(/of 500 checked/)).toBeVisible();
  const address = page.url();
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  await expect(section(again, 'Check mailboxes').getByText('500 of 500 checked · 0 failed')).toBeVisible({ timeout: 30_000 });
});
