import { launchBrowser } from './browser.mjs';
import { fillQueues } from './fill-queues.mjs';
import { ask, newFolder, percentile, startPostern } from './postern.mjs';

const counts = { queueCount: 400, pilotCount: 2_000 };
const requests = 200;
const warmUp = 20;
const runs = 11;
const budgets = { api: 100, page: 300 };

/** Home with as many queue pilots as a large company has: its request, one after the other, and the page from the beginning of that request until it can be used. */
export async function measureHome() {
  const { folder, remove } = newFolder();
  const { cookie } = await fillQueues(folder, counts);
  const postern = await startPostern(folder);
  const rows = [await measureApi(postern.url, cookie), await measurePage(postern.url, cookie)];
  await postern.end('SIGTERM');
  remove();
  return rows.map((row) => ({ ...row, what: `Home, ${counts.pilotCount} pilots: ${row.what}` }));
}

async function measureApi(url, cookie) {
  const times = [];
  let bytes = 0;
  for (let count = 0; count < warmUp + requests; count++) {
    const began = performance.now();
    const answer = await ask(url, cookie, 'GET', '/api/v1/functions');
    bytes = (await answer.arrayBuffer()).byteLength;
    if (answer.status !== 200) throw new Error(`${answer.status}`);
    if (count >= warmUp) times.push(performance.now() - began);
  }
  const p95 = percentile(times, 0.95);
  return row(`functions with all pilots (${Math.round(bytes / 1000)} kB), p95 of ${requests} (median ${percentile(times, 0.5).toFixed(1)} ms)`, p95.toFixed(1), budgets.api, p95);
}

async function measurePage(url, cookie) {
  const browser = await launchBrowser();
  const times = [];
  for (let run = 0; run < runs; run++) {
    const context = await browser.signedIn(url, cookie);
    await context.addInitScript(watch);
    const tab = await context.newPage();
    await tab.goto(url, { waitUntil: 'commit' });
    times.push(await tab.evaluate(() => globalThis.usable()));
    await context.close();
  }
  await browser.close();
  const worst = Math.max(...times);
  return row(`usable after its request began, slowest of ${runs} (median ${percentile(times, 0.5).toFixed(0)} ms)`, worst.toFixed(0), budgets.page, worst);
}

function row(what, value, most, measured) {
  return { what, value, unit: 'ms', budget: `≤ ${most} ms`, kept: measured <= most };
}

// In the browser: what needs somebody is there, its first link takes the focus, and another frame was painted.
function watch() {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  globalThis.usable = async () => {
    const links = () => [...document.querySelectorAll('.who a')];
    await new Promise((done) => {
      const look = () => {
        if (links().length === 0) return;
        watcher.disconnect();
        done();
      };
      const watcher = new MutationObserver(look);
      watcher.observe(document, { childList: true, subtree: true });
      look();
    });
    const [link] = links();
    link.focus();
    if (document.activeElement !== link) throw new Error('The first link takes no focus.');
    await frame();
    await frame();
    const asked = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/functions'));
    if (asked.length !== 1) throw new Error(`${asked.length} requests for all functions.`);
    return performance.now() - asked[0].startTime;
  };
}
