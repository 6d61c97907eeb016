import { fillQueues, mailbox, pilotCount, queueCount, queueName } from './fill-queues.mjs';
import { measureQueuePages } from './queue-pages.mjs';
import { ask, newFolder, percentile, startPostern } from './postern.mjs';

const requests = 200;
const warmUp = 20;

/** The API, one request after the other, and the page of the list with as many queues and pilots as a large company has. */
export async function measureQueues() {
  const { folder, remove } = newFolder();
  const { queues, cookie } = await fillQueues(folder);
  const postern = await startPostern(folder);
  const rows = [...(await measureApi(postern.url, cookie, queues)), ...(await measureQueuePages(postern.url, cookie))];
  await postern.end('SIGTERM');
  remove();
  return rows.map((row) => ({ ...row, what: `${queueCount} queues, ${pilotCount} pilots: ${row.what}` }));
}

async function measureApi(url, cookie, queues) {
  const list = '/api/v1/contact-center/queues';
  const uses = '/api/v1/contact-center/uses';
  const searches = [(at) => queueName(at * 7), (at) => String(20_000 + at * 3), (at) => mailbox(at * 11), () => 'contoso', (at) => `nobody ${at}`];
  const asks = [
    ['list, first page by name', 30, () => `${list}?sort=name`],
    ['list, first page by health', 30, (at) => `${list}?sort=${at % 2 === 0 ? '' : '-'}health`],
    ['list, first page by number of pilots', 30, () => `${list}?sort=-pilots`],
    ['list, last page', 30, () => `${list}?page[after]=${queueCount - 50}`],
    ['search', 30, (at) => `${list}?${new URLSearchParams({ q: searches[at % searches.length](at) })}`],
    ['a queue', 30, (at) => `${list}/${queues[at]}`],
    ["a queue's pilots", 30, (at) => `${list}/${queues[at]}/pilots`],
    ['who has a number', 30, (at) => `${uses}?number=${20_000 + at}`],
    ['who has a mailbox', 30, (at) => `${uses}?mailbox=${mailbox(at)}`],
    ['applications in use', 30, () => '/api/v1/applications'],
    ['functions without pilots', 30, () => '/api/v1/functions?pilots=false'],
    ['functions with all pilots', 100, () => '/api/v1/functions'],
  ];
  const rows = [];
  for (const [what, most, addressOf] of asks) {
    const times = [];
    for (let count = 0; count < warmUp + requests; count++) {
      const began = performance.now();
      const answer = await ask(url, cookie, 'GET', addressOf(count));
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${addressOf(count)}: ${answer.status}`);
      if (count >= warmUp) times.push(performance.now() - began);
    }
    const p95 = percentile(times, 0.95);
    rows.push({ what: `${what}, p95 of ${requests} (median ${percentile(times, 0.5).toFixed(1)} ms)`, value: p95.toFixed(1), unit: 'ms', budget: `≤ ${most} ms`, kept: p95 <= most });
  }
  return rows;
}
