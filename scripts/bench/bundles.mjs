import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from './browser.mjs';
import { newFolder, setUp, startPostern } from './postern.mjs';

/** What a browser loads for the frame with an empty page, for Home, and for E-mail forwarding. */
export async function measureBundles() {
  const { folder, remove } = newFolder();
  const postern = await startPostern(folder);
  const cookie = await setUp(postern);
  const browser = await launchBrowser();
  const load = async (address) => {
    const context = await browser.signedIn(postern.url, cookie);
    const page = await context.newPage();
    const files = new Set();
    page.on('response', (response) => files.add(new URL(response.url()).pathname));
    await page.goto(postern.url + address, { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await context.close();
    const sizes = (ending) => [...files].filter((file) => file.endsWith(ending)).map((file) => gzipSync(fs.readFileSync(path.join('dist/console', file)), { level: 9 }).length / 1000);
    const sum = (list) => list.reduce((total, size) => total + size, 0);
    return { scripts: sizes('.js').length, js: sum(sizes('.js')), css: sum(sizes('.css')) };
  };
  const frame = await load('/an-empty-page');
  const home = await load('/');
  const page = await load('/service-center/e-mail-forwarding');
  await browser.close();
  await postern.end('SIGTERM');
  remove();
  // Whatever any page can ever load, but the other language's texts.
  const pieces = JSON.parse(fs.readFileSync('dist/console-modules.json', 'utf8')).filter(({ modules }) => !modules.some((id) => id.endsWith('/de.po')));
  return [
    row('Frame with an empty page, JavaScript', frame.js, 120, 'kB'),
    row('Frame with an empty page, CSS', frame.css, 8, 'kB'),
    row('Frame with an empty page, scripts', frame.scripts, 10, ''),
    row('Frame with Home, JavaScript', home.js, 120, 'kB'),
    row('E-mail forwarding in all, JavaScript', page.js, 145, 'kB'),
    row('Contact Center, JavaScript of its own', weigh(pieces.filter(({ modules }) => modules.some(isContactCenter))), 25, 'kB'),
    row('Home, Administrators, applications, notices, network, backup and logs, JavaScript of their own', weigh(pieces.filter(({ modules }) => modules.some(isOfTheSystem))), 50, 'kB'),
    row('JavaScript of all pages, one language', weigh(pieces), 280, 'kB'),
  ];
}

// The rules of every form are in one piece.
function isContactCenter(id) {
  return id.includes('/src/pages/uc-suite/contact-center/') && !id.endsWith('-rules.ts');
}

function isOfTheSystem(id) {
  return /\/src\/pages\/(?:home|check-everything|administrators|account|backup-and-restore|uc-suite\/microsoft-applications|service-center\/(?:notices|network|event-log|diagnosis-logs|explain-an-error))\//.test(id) && !id.endsWith('-rules.ts');
}

function weigh(pieces) {
  return pieces.reduce((total, { fileName }) => total + gzipSync(fs.readFileSync(path.join('dist/console', fileName)), { level: 9 }).length / 1000, 0);
}

function row(what, measured, most, unit) {
  return { what, value: unit === '' ? measured : measured.toFixed(1), unit, budget: `≤ ${most}${unit && ` ${unit}`}`, kept: measured <= most };
}
