import fs from 'node:fs';
import path from 'node:path';
import { findBrowser, quiet } from '../prepare.mjs';
import { newFolder, percentile, setUp, startPostern } from './postern.mjs';

// Not one of the packages: it weighs more than all of them, and only this needs it.
const lighthouse = 'lighthouse@13.5.0';

const runs = 5;

/** Lighthouse, mobile, on the sign-in and on E-mail forwarding: the median of five runs, since one alone depends on what else the machine does. */
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
    const results = [];
    for (let count = 0; count < runs; count++) {
      await quiet('npm', ['exec', '--yes', '--loglevel=error', `--package=${lighthouse}`, '--', 'lighthouse', postern.url + address, ...flags, chrome, `--extra-headers=${JSON.stringify(headers)}`], browser ? { CHROME_PATH: browser } : {});
      results.push(JSON.parse(fs.readFileSync(file, 'utf8')).categories);
    }
    const score = (id) => Math.round(percentile(results.map((categories) => categories[id].score), 0.5) * 100);
    return [
      ['performance', 95],
      ['accessibility', 100],
      ['best-practices', 100],
    ].map(([id, least]) => ({ what: `Lighthouse mobile, ${name}, ${id}`, value: score(id), budget: `≥ ${least}`, kept: score(id) >= least }));
  }
}
