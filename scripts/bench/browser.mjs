import process from 'node:process';
import { findBrowser } from '../prepare.mjs';

/** A browser, and contexts of it that are signed in by this cookie. */
export async function launchBrowser() {
  const executablePath = await findBrowser();
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  return {
    async signedIn(url, cookie) {
      const [name, value] = cookie.split('=');
      const context = await browser.newContext({ locale: 'en-GB' });
      await context.addCookies([{ name, value, url }]);
      return context;
    },
    close: () => browser.close(),
  };
}
