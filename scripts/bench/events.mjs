import path from 'node:path';
import { openSqliteStore } from '../../server/node/store/sqlite.ts';
import { eventCount, fillEvents } from './fill-events.mjs';
import { ask, newFolder, password, percentile, setUp, settings, startPostern } from './postern.mjs';

const requests = 100;
const warmUp = 10;
const most = 100;
const recorded = 300;
const steps = 400;
const deletedAtOnce = 25;
const visits = 9;
const eventsOfVisit = 3;
const looked = ['/api/v1/session', '/api/v1/functions?pilots=false', '/api/v1/health', '/api/v1/email-forwarding/authorization', '/api/v1/checks?function=email-forwarding&page[size]=1', '/api/v1/external-providers/exchange-calendar', '/api/v1/contact-center/queues', '/api/v1/events'];

/** The Event Log with a year of events: its first page by each filter, what recording costs a request, and a download of all. */
export async function measureEvents() {
  const { folder, remove } = newFolder();
  const first = await startPostern(folder);
  const cookie = await setUp(first);
  await first.end('SIGTERM');
  const stretch = fillEvents(folder);
  const postern = await startPostern(folder);
  const rows = [...(await measureFilters(postern.url, cookie, stretch)), ...(await measureDownload(postern, cookie))];
  const visitMs = await measureVisit(postern.url);
  await postern.end('SIGTERM');
  rows.push(await measureRecording(folder, visitMs), await measureKeeping(folder));
  remove();
  return rows.map((row) => ({ ...row, what: `${eventCount.toLocaleString('en')} events: ${row.what}` }));
}

async function measureFilters(url, cookie, { first, last }) {
  const middle = new Date((first.getTime() + last.getTime()) / 2).toISOString();
  const filters = [
    ['no filter', () => ({})],
    ['severity', (at) => ({ severity: ['info', 'warning', 'error'][at % 3] })],
    ['function', (at) => ({ function: ['email-forwarding', 'exchange-calendar', 'exchange-directory', 'queue-pilot'][at % 4] })],
    ['queue pilot', (at) => ({ ref: `q${at}/p${at + 1_000 * (at % 5)}` })],
    ['changes only', () => ({ changes: 'true' })],
    ['by whom', (at) => ({ actor: `admin${at % 7}` })],
    ['severity, function and by whom', (at) => ({ severity: 'error', function: 'exchange-calendar', actor: `admin${at % 7}` })],
    ['a stretch of time', () => ({ from: first.toISOString(), to: middle })],
    ['severity in a stretch of time', () => ({ severity: 'error', from: first.toISOString(), to: middle })],
    ['a word that most have', () => ({ q: 'contoso' })],
    ['a word that few have', (at) => ({ q: `queue${at * 41}@contoso.com` })],
    ['the beginning of many words', (at) => ({ q: ['que', 'queue', 'queue1', 'queue12'][at % 4] })],
    ['a word that none has', (at) => ({ q: `nobody${at}` })],
    ['words that never meet', () => ({ q: 'sales pbx' })],
    ['a word, changes only, in a stretch of time', (at) => ({ q: `sales ${at}`, changes: 'true', from: first.toISOString(), to: middle })],
  ];
  const rows = [];
  for (const [what, filterOf] of filters) {
    const times = [];
    for (let count = 0; count < warmUp + requests; count++) {
      const address = `/api/v1/events?${new URLSearchParams(filterOf(count))}`;
      const began = performance.now();
      const answer = await ask(url, cookie, 'GET', address);
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
      if (count >= warmUp) times.push(performance.now() - began);
    }
    const p95 = percentile(times, 0.95);
    rows.push({ what: `first page by ${what}, p95 of ${requests} (median ${percentile(times, 0.5).toFixed(1)} ms)`, value: p95.toFixed(1), unit: 'ms', budget: `≤ ${most} ms`, kept: p95 <= most });
  }
  return rows;
}

async function measureDownload(postern, cookie) {
  const before = postern.rss();
  let [bytes, peak] = [0, before];
  const began = performance.now();
  const answer = await ask(postern.url, cookie, 'GET', '/api/v1/events?format=csv&from=2016-01-01T00:00:00Z&to=2036-01-01T00:00:00Z');
  for await (const chunk of answer.body) {
    bytes += chunk.byteLength;
    peak = Math.max(peak, postern.rss());
  }
  const seconds = (performance.now() - began) / 1000;
  const more = (peak - before) / 1000;
  const speed = bytes / 1e6 / seconds;
  return [
    { what: `all as CSV, ${Math.round(bytes / 1e6)} MB in ${seconds.toFixed(1)} s`, value: speed.toFixed(1), unit: 'MB/s', budget: '≥ 5 MB/s', kept: speed >= 5 },
    { what: 'more memory during that', value: more.toFixed(0), unit: 'MB', budget: '≤ 60 MB', kept: more <= 60 },
  ];
}

// What the requests of a visit take: to sign in, to look around, to save, and to sign out. They record three events.
async function measureVisit(url) {
  const times = [];
  for (let count = 0; count < visits; count++) {
    const began = performance.now();
    const signedIn = await ask(url, '', 'POST', '/api/v1/session', { username: 'admin', password });
    const cookie = (signedIn.headers.getSetCookie()[0] ?? '').split(';')[0];
    for (const address of looked) await (await ask(url, cookie, 'GET', address)).arrayBuffer();
    const { headers } = await ask(url, cookie, 'GET', '/api/v1/email-forwarding');
    const saved = await ask(url, cookie, 'PUT', '/api/v1/email-forwarding', settings, { 'If-Match': headers.get('ETag') });
    const signedOut = await ask(url, cookie, 'DELETE', '/api/v1/session');
    if (signedIn.status !== 201 || saved.status !== 200 || signedOut.status !== 204) throw new Error(`A visit failed: ${signedIn.status}, ${saved.status}, ${signedOut.status}`);
    times.push(performance.now() - began);
  }
  return percentile(times, 0.5);
}

// The same transaction with its event and without one, in turns.
async function measureRecording(folder, visitMs) {
  const store = await openSqliteStore(path.join(folder, 'postern.sqlite'));
  const times = { with: [], without: [] };
  for (let count = 0; count < 2 * recorded; count++) {
    const at = new Date().toISOString();
    const began = performance.now();
    await store.transaction(async (rows) => {
      await rows.settings.put('bench', { value: settings, version: String(count), changedAt: at });
      if (count % 2 === 0) await rows.events.add({ id: `bench${count}`, at, kind: 'settings-saved', function: 'email-forwarding', ref: null, actor: 'admin', check: null, params: {} });
    });
    times[count % 2 === 0 ? 'with' : 'without'].push(performance.now() - began);
  }
  await store.close();
  const cost = percentile(times.with, 0.5) - percentile(times.without, 0.5);
  const share = (100 * eventsOfVisit * cost) / visitMs;
  return { what: `recording ${eventsOfVisit} events (${(cost * 1000).toFixed(0)} µs each), of the ${visitMs.toFixed(0)} ms that the requests of a visit take`, value: share.toFixed(1), unit: '%', budget: '≤ 2 %', kept: share <= 2 };
}

// The oldest ones go, with the words that nobody has any more, as each hour.
async function measureKeeping(folder) {
  const store = await openSqliteStore(path.join(folder, 'postern.sqlite'));
  const before = new Date().toISOString();
  const times = [];
  for (let count = 0; count < steps; count++) {
    const began = performance.now();
    const deleted = await store.transaction(({ events }) => events.prune({ before }, deletedAtOnce));
    times.push(performance.now() - began);
    if (deleted !== deletedAtOnce) throw new Error(`Only ${deleted} events were deleted.`);
  }
  await store.close();
  const p95 = percentile(times, 0.95);
  return { what: `a step of deleting, ${deletedAtOnce} of the oldest with their words, p95 of ${steps} (median ${percentile(times, 0.5).toFixed(1)} ms)`, value: p95.toFixed(1), unit: 'ms', budget: '≤ 5 ms', kept: p95 <= 5 };
}
