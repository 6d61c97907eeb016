import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ask, newFolder, percentile, setUp, settings, startPostern } from './postern.mjs';

const settleMs = 10_000;
const windowMs = 60_000;
const windows = 3;

/** What a sign-in costs that waits for a person: polls every five seconds, as Microsoft asks for. Each console that watches it adds two requests a minute. */
export async function measureWaiting() {
  const microsoft = http.createServer((request, answer) => {
    request.resume();
    const isCode = request.url.endsWith('/devicecode');
    const pending = { error: 'authorization_pending', error_description: 'AADSTS70016: OAuth 2.0 device flow error. Authorization is pending. Continue polling.', error_codes: [70016] };
    answer.writeHead(isCode ? 200 : 400, { 'Content-Type': 'application/json; charset=utf-8' });
    answer.end(JSON.stringify(isCode ? { device_code: 'd'.repeat(220), user_code: 'D4KMQ7RXZ', verification_uri: 'https://login.microsoft.com/device', expires_in: 900, interval: 5, message: '' } : pending));
  });
  // As web servers do; Node's own five seconds would end each connection just before the next poll.
  microsoft.keepAliveTimeout = 120_000;
  await new Promise((done) => microsoft.listen(0, '127.0.0.1', done));
  const { folder, remove } = newFolder();
  const postern = await startPostern(folder, { env: { POSTERN_AUTHORITY: `http://localhost:${microsoft.address().port}`, POSTERN_TRUSTED_HOSTS: 'localhost' } });
  const cookie = await setUp(postern);
  const address = '/api/v1/email-forwarding/authorization';
  await ask(postern.url, cookie, 'PUT', '/api/v1/email-forwarding', settings, { 'If-Match': '"0"' });
  const { state } = await (await ask(postern.url, cookie, 'POST', address)).json();
  if (state !== 'pending') throw new Error(`The sign-in is ${state}.`);
  await wait(settleMs);
  const shares = [];
  for (let count = 0; count < windows; count++) {
    const before = postern.cpuMs();
    await wait(windowMs);
    shares.push(((postern.cpuMs() - before) / windowMs) * 100);
  }
  await postern.end('SIGTERM');
  microsoft.close();
  microsoft.closeAllConnections();
  remove();
  const share = percentile(shares, 0.5);
  return [{ what: `A sign-in that waits, share of a core, median of ${windows} minutes`, value: share.toFixed(3), unit: '%', budget: '≤ 0.1 %', kept: share <= 0.1 }];
}
