import { launchBrowser } from './browser.mjs';
import { tasks } from './fill-queues.mjs';
import { percentile } from './postern.mjs';

const runs = 11;
const mostMs = 200;
const page = '/uc-suite/contact-center/queues';

/** From the end of the list's answer to the next frame after its rows are there, one of which takes the focus: for a page that is opened, and for one after it where a search is typed. */
export async function measureQueuePages(url, cookie) {
  const browser = await launchBrowser();
  const opened = [];
  const searched = [];
  for (let run = 0; run < runs; run++) {
    const context = await browser.signedIn(url, cookie);
    await context.addInitScript(watch);
    const tab = await context.newPage();
    const usable = (query, words) => tab.evaluate(([asked, shown]) => globalThis.usable(asked, shown), [query, words]);
    // The order makes its request unlike that of the tree.
    await tab.goto(`${url}${page}?sort=-number`, { waitUntil: 'commit' });
    opened.push(await usable('sort=-number', ''));
    const words = tasks[run % tasks.length];
    await tab.getByRole('searchbox').fill(words);
    searched.push(await usable(`q=${encodeURIComponent(words).replaceAll('%20', '+')}`, words));
    await context.close();
  }
  await browser.close();
  return [row('list opened', opened), row('search typed', searched)];
}

function row(what, times) {
  const worst = Math.max(...times);
  return { what: `${what}, usable after the answer, slowest of ${runs} (median ${percentile(times, 0.5).toFixed(0)} ms)`, value: worst.toFixed(0), unit: 'ms', budget: `≤ ${mostMs} ms`, kept: worst <= mostMs };
}

// In the browser.
function watch() {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  globalThis.usable = async (query, words) => {
    const links = () => [...document.querySelectorAll('table.queues tbody th a')];
    const areThere = () => links().length > 0 && links().every(({ textContent }) => textContent.includes(words));
    await new Promise((done) => {
      const look = () => {
        if (!areThere()) return;
        watcher.disconnect();
        done();
      };
      const watcher = new MutationObserver(look);
      watcher.observe(document, { childList: true, subtree: true, characterData: true });
      look();
    });
    const [link] = links();
    link.focus();
    if (document.activeElement !== link) throw new Error('The first queue takes no focus.');
    await frame();
    await frame();
    const asked = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/contact-center/queues?') && name.includes(query));
    if (asked.length !== 1) throw new Error(`${asked.length} requests with ${query}.`);
    return performance.now() - asked[0].responseEnd;
  };
}
