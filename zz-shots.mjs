import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
const server = spawn('npx', ['vite', 'preview', '--mode', 'mock', '--outDir', 'dist/mock', '--port', '4199'], { stdio: 'ignore', detached: true });
await new Promise((d) => setTimeout(d, 2500));
const O = 'http://localhost:4199';
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] });
const A = '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4';
const T = { en: { addr: 'E-mail address', app: 'Application ID', ten: 'Tenant ID', ok: 'OK & Next', auth: 'Auth Method', check: 'Check e-mail forwarding', adv: 'Advanced', secret: 'Client Secret' }, de: { addr: 'E-Mail-Adresse', app: 'Anwendungs-ID', ten: 'Mandanten-ID', ok: 'OK & Weiter', auth: 'Authentifizierung', check: 'E-Mail-Weiterleitung prüfen', adv: 'Erweitert', secret: 'Geheimer Clientschlüssel' } };
const variants = [['en', 'light', 1280, 800], ['de', 'dark', 390, 844], ['de', 'light', 1280, 800], ['en', 'dark', 390, 844]];
const which = (process.argv[2] ?? '').split(',').filter(Boolean);
const only = process.argv[3] ? [variants[Number(process.argv[3])]] : variants.slice(0, 2);
async function fill(p, t) { await p.getByLabel(t.addr).first().fill('pbx@contoso.com'); await p.getByLabel(t.app).fill(A); await p.getByLabel(t.ten).fill('contoso.com'); }
async function approve(p) {
  const code = await p.locator('output.user-code').textContent();
  const tab = await p.context().newPage();
  await tab.goto(O + '/simulated.html?page=/device');
  await tab.locator('#code').fill(code); await tab.locator('button.primary').click();
  await tab.locator('#account').fill('pbx@contoso.com'); await tab.locator('button.primary').click();
  await tab.waitForTimeout(300); await tab.close();
  await p.locator('#sign-in-title ~ *').first().waitFor();
  await p.waitForTimeout(1800);
}
async function choose(p, id) { const tab = await p.context().newPage(); await tab.goto(O + '/simulated.html?page=/panel'); await tab.locator(`input[value="${id}"]`).check(); await tab.locator('button.primary').click(); await tab.getByRole('status').waitFor(); await tab.close(); }
const shots = {
  blocked: ['device-code-blocked', async (p, t) => { await fill(p, t); await p.getByRole('button', { name: t.ok }).click(); await p.locator('h3.outcome').waitFor({ timeout: 15000 }); }],
  consent: ['consent-missing', async (p, t) => { await fill(p, t); await p.getByRole('button', { name: t.ok }).click(); await p.locator('h3.outcome').waitFor({ timeout: 15000 }); }],
  ended: ['refresh-mfa-expired', async (p, t) => { await fill(p, t); await p.getByRole('button', { name: t.ok }).click(); await p.locator('output.user-code').waitFor(); await approve(p); await p.locator('h3.outcome').waitFor({ timeout: 25000 }); }],
  repeat: ['all-well', async (p, t) => { await fill(p, t); await p.getByRole('button', { name: t.ok }).click(); await p.locator('output.user-code').waitFor(); await approve(p); await choose(p, 'smtp-auth-disabled-mailbox'); await p.getByRole('button', { name: t.check }).click(); await p.getByRole('button', { name: /automati/ }).click(); await p.waitForTimeout(1200); }],
  app: ['service-principal-missing', async (p, t) => { await p.getByLabel(t.auth).selectOption('microsoft-oauth-application'); await fill(p, t); await p.getByLabel(t.secret).fill('abc8Q~right-value-of-a-client-secret-x9Q'); await p.getByText(t.adv, { exact: true }).click(); await p.waitForTimeout(300); }],
  appfail: ['service-principal-missing', async (p, t) => { await p.getByLabel(t.auth).selectOption('microsoft-oauth-application'); await fill(p, t); await p.getByLabel(t.secret).fill('abc8Q~right-value-of-a-client-secret-x9Q'); await p.getByRole('button', { name: t.ok }).click(); await p.getByRole('button', { name: t.check }).click(); await p.locator('.diagnosis').waitFor(); }],
  doctor: ['all-well', async (p, t) => { await fill(p, t); await p.getByLabel(t.app).fill(`Application (client) ID${A}Object ID5f2c1a7e-1111-4222-8333-944445555666Directory (tenant) ID8b80d7a0-6f1e-4b0e-9a3c-5d2f1e7c4b6a`); await p.getByLabel(t.ten).fill('pbx@contoso.com'); await p.getByText(t.adv, { exact: true }).click(); await p.getByLabel(/Sign in as|Anmelden als/).fill('joe@contoso.com'); await p.waitForTimeout(600); }],
  guide: ['all-well', async (p, t) => { await fill(p, t); const g = p.getByRole('button', { name: /^Guide$|^Anleitung$|Leitfaden/ }); if (await g.isVisible()) await g.click(); await p.getByRole('button', { name: /Open all steps|Alle Schritte/ }).click(); await p.waitForTimeout(700); }],
  sheet: ['all-well', async (p, t) => { await fill(p, t); await p.getByRole('button', { name: t.ok }).click(); await p.locator('output.user-code').waitFor(); await p.goto(O + '/service-center/e-mail-forwarding/sheet/exchange'); await p.waitForTimeout(900); }],
  fault: ['all-well', async (p, t) => { await fill(p, t); await p.getByRole('button', { name: t.ok }).click(); await p.locator('output.user-code').waitFor(); await choose(p, 'identity-500'); await p.locator('.notice.warn').waitFor({ timeout: 15000 }); }],
};
for (const [name, [scenario, work]] of Object.entries(shots)) {
  if (which.length && !which.includes(name)) continue;
  for (const [lang, theme, width, height] of only) {
    const c = await browser.newContext({ viewport: { width, height }, locale: lang === 'de' ? 'de-DE' : 'en-GB', colorScheme: theme });
    const p = await c.newPage();
    await p.goto(`${O}/?interval=1&latency=0&scenario=${scenario}`);
    await p.waitForURL('**/service-center/e-mail-forwarding');
    try { await work(p, T[lang]); } catch (e) { console.log(name, lang, String(e).slice(0, 300)); }
    await p.screenshot({ path: `/tmp/shots/${name}-${lang}-${width}-${theme}.png`, fullPage: true });
    await c.close();
  }
}
await browser.close();
process.kill(-server.pid);
