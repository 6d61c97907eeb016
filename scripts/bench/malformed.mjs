import { build } from '../prepare.mjs';
import { newFolder, setUp, startPostern } from './postern.mjs';

const count = 10_000;
const sampleEvery = 250;

/** Malformed requests made from the server's own OpenAPI document, over the network: the sandbox, so that nothing leaves this machine. */
export async function measureMalformed() {
  await build(['sandbox']);
  const { malformedRequests } = await import('../../server/app/malformed-requests.ts');
  const { folder, remove } = newFolder();
  const postern = await startPostern(folder, { entry: 'sandbox', env: { SANDBOX_LATENCY: '0' } });
  const cookie = await setUp(postern);
  const document = await (await fetch(`${postern.url}/api/v1/openapi.json`)).json();
  const statuses = new Map();
  let slowest = 0;
  /** The most memory of the second half: it swings by tens of megabytes as the collector comes and goes, but its top stays where it is. */
  const run = async (seed, requests) => {
    const samples = [];
    for (const { method, path, headers, body } of malformedRequests(document, requests, seed)) {
      const began = performance.now();
      const answer = await fetch(postern.url + path, { method, headers: { ...headers, Origin: postern.url, Cookie: cookie }, body, signal: AbortSignal.timeout(10_000) });
      await answer.arrayBuffer();
      slowest = Math.max(slowest, performance.now() - began);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (samples.push(null) % sampleEvery === 0) samples[samples.length - 1] = postern.rss();
    }
    return Math.max(...samples.slice(requests / 2).filter((sample) => sample !== null));
  };
  // What the first thousands fill once (caches, compiled code) is no growth.
  const before = await run(1, 15_000);
  const growth = ((await run(2, count)) - before) / 1000;
  await postern.end('SIGTERM');
  remove();
  const faults = [...statuses].filter(([status]) => status >= 500).reduce((sum, [, number]) => sum + number, 0);
  return [
    { what: `${count} malformed requests: answers of 500 and above`, value: faults, budget: '0', kept: faults === 0 },
    { what: 'Slowest answer among them', value: slowest.toFixed(0), unit: 'ms', budget: '≤ 2000 ms', kept: slowest <= 2_000 },
    { what: 'Growth of the process by them', value: growth.toFixed(1), unit: 'MB', budget: '≤ 10 MB', kept: growth <= 10 },
  ];
}
