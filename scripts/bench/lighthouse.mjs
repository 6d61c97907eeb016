import fs from 'node:fs';
import path from 'node:path';
import { findBrowser, quiet } from '../prepare.mjs';
import { newFolder, setUp, startPostern } from './postern.mjs';

// Not one of the packages: it weighs more than all of them, and only this needs it.
const lighthouse = 'lighthouse@13.5.0';

/** Lighthouse, mobile, on the sign-in and on E-mail forwarding. */
export async function measureLighthouse() {
  const browser = await findBrowser();
  const { folder, remove } = newFolder();
  const postern = await startPostern(folder);
  const cookie = await setUp(postern);
  const rows = [...(await run('Sign-in', '/sign-in', {})), ...(await run('E-mail forwarding', '/service-center/e-mail-forwarding', { Cookie: cookie }))];
  await postern.end('SIGTERM');
  remove();
  return rows;

  async function run(name, address, headers) {
    const file = path.join(folder, 'lighthouse.json');
    const flags = ['--quiet', '--form-factor=mobile', '--only-categories=performance,accessibility,best-practices', '--output=json', `--output-path=${file}`];
    const chrome = `--chrome-flags=--headless=new --no-sandbox --disable-background-networking`;
    await quiet('npm', ['exec', '--yes', '--loglevel=error', `--package=${lighthouse}`, '--', 'lighthouse', postern.url + address, ...flags, chrome, `--extra-headers=${JSON.stringify(headers)}`], browser ? { CHROME_PATH: browser } : {});
    const { categories } = JSON.parse(fs.readFileSync(file, 'utf8'));
    const score = (id) => Math.round(categories[id].score * 100);
    return [
      ['performance', 95],
      ['accessibility', 100],
      ['best-practices', 100],
    ].map(([id, least]) => ({ what: `Lighthouse mobile, ${name}, ${id}`, value: score(id), budget: `≥ ${least}`, kept: score(id) >= least }));
  }
}
