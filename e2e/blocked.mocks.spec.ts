import { expect, test } from '@playwright/test';
import { mockAddress } from './mock-address.ts';

// Mock mode only: the product needs no service worker.
test.use({ serviceWorkers: 'block' });

test('where service workers are blocked, mock mode says so instead of staying empty', async ({ page }) => {
  await page.goto(mockAddress);
  await expect(page.getByRole('alert')).toContainText('Mock mode needs service workers and storage, which this window does not allow.');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page cannot be shown');
});
