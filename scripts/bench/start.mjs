import { setTimeout as wait } from 'node:timers/promises';
import { newFolder, percentile, startPostern } from './postern.mjs';

const times = 11;
const restMs = 10_000;

/** From the start of the program to its first answer; memory after ten seconds of rest; how long the end takes. */
export async function measureStart() {
  const { folder, remove } = newFolder();
  await (await startPostern(folder)).end('SIGTERM');
  const ready = [];
  const ends = [];
  for (let count = 0; count < times; count++) {
    const postern = await startPostern(folder);
    ready.push(postern.readyMs);
    const began = performance.now();
    await postern.end('SIGTERM');
    ends.push(performance.now() - began);
  }
  const resting = await startPostern(folder);
  await wait(restMs);
  const megabytes = resting.rss() / 1000;
  await resting.end('SIGTERM');
  remove();
  const median = percentile(ready, 0.5) / 1000;
  const slowest = Math.max(...ends) / 1000;
  return [
    { what: `Backend from built files ready, median of ${times}`, value: median.toFixed(2), unit: 's', budget: '≤ 0.6 s', kept: median <= 0.6 },
    { what: 'Memory at rest, resident', value: megabytes.toFixed(0), unit: 'MB', budget: '≤ 100 MB', kept: megabytes <= 100 },
    { what: `From SIGTERM to the end, slowest of ${times}`, value: slowest.toFixed(2), unit: 's', budget: '≤ 2 s', kept: slowest <= 2 },
  ];
}
