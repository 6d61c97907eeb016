import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

// All that a theme changes.
const ofColours = ['color-contrast', 'link-in-text-block'];

/** axe finds nothing, in either theme, and nothing is wider than the window. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.getByLabel('Theme').selectOption(theme);
    const axe = new AxeBuilder({ page });
    const { violations } = await (theme === 'light' ? axe : axe.withRules(ofColours)).analyze();
    expect(violations.map(({ id, nodes }) => [id, theme, nodes.map(({ html }) => html)])).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}
