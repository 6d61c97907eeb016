import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { newFolder, percentile, setUp, startPostern } from './postern.mjs';

const perSecond = 200;
const seconds = 20;

/** Reads of the settings at 200 a second, whether the answers are late or not. */
export async function measureReads() {
  const { folder, remove } = newFolder();
  const postern = await startPostern(folder);
  const cookie = await setUp(postern);
  const agent = new http.Agent({ keepAlive: true, maxSockets: 50 });
  const read = () =>
    new Promise((done, failed) => {
      const began = performance.now();
      const request = http.get(`${postern.url}/api/v1/email-forwarding`, { agent, headers: { Cookie: cookie } }, (answer) => {
        answer.resume();
        answer.once('end', () => (answer.statusCode === 200 ? done(performance.now() - began) : failed(new Error(`HTTP ${answer.statusCode}`))));
      });
      request.once('error', failed);
    });
  for (let count = 0; count < 200; count++) await read();
  const asked = [];
  const began = performance.now();
  for (let count = 0; count < perSecond * seconds; count++) {
    const due = began + (count * 1000) / perSecond;
    if (due > performance.now()) await wait(due - performance.now());
    asked.push(read());
  }
  const times = await Promise.all(asked);
  agent.destroy();
  await postern.end('SIGTERM');
  remove();
  const p99 = percentile(times, 0.99);
  return [{ what: `Settings read, ${perSecond} requests/s for ${seconds} s, p99`, value: p99.toFixed(1), unit: 'ms', budget: '≤ 5 ms', kept: p99 <= 5 }];
}
