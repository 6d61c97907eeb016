import { setTimeout as wait } from 'node:timers/promises';
import { startPostgres } from '../postgres.mjs';
import { ask, newFolder, setUp, settings, startPostern } from './postern.mjs';

const outages = 10;

/** A PostgreSQL that crashes in the middle of writes and comes back: nothing acknowledged is lost, no answer is a fault of ours, and it goes on by itself. */
export async function measureOutages() {
  const postgres = await startPostgres();
  if (!postgres) return [{ what: 'PostgreSQL that goes and comes back', value: 'not measured: none on this machine', budget: '0 lost', kept: false }];
  const { folder, remove } = newFolder();
  const postern = await startPostern(folder, { env: { DATABASE_URL: postgres.url } });
  const cookie = await setUp(postern);
  const answers = new Map();
  let acknowledged = 0;
  let lost = 0;
  let slowest = 0;
  let goOn = true;
  const writing = (async () => {
    while (goOn) {
      const answer = await ask(postern.url, cookie, 'PUT', '/api/v1/email-forwarding', { ...settings, emailAddress: `pbx${acknowledged}@contoso.com` }, { 'If-Match': `"${acknowledged}"` });
      await answer.arrayBuffer();
      answers.set(answer.status, (answers.get(answer.status) ?? 0) + 1);
      const version = Number((answer.headers.get('ETag') ?? '""').slice(1, -1));
      if (answer.status === 200) acknowledged = version;
      // A commit whose answer was lost is there all the same: that is more than was promised, not less.
      if (answer.status === 412 && version < acknowledged) lost++;
      if (answer.status === 412) acknowledged = version;
      if (answer.status === 503) await wait(20);
    }
  })();
  for (let count = 0; count < outages; count++) {
    await wait(200 + Math.random() * 200);
    await postgres.crash();
    await wait(200);
    await postgres.comeBack();
    const began = performance.now();
    const before = answers.get(200) ?? 0;
    while ((answers.get(200) ?? 0) === before) await wait(10);
    slowest = Math.max(slowest, performance.now() - began);
  }
  goOn = false;
  await writing;
  await postern.end('SIGTERM');
  await postgres.stop();
  remove();
  const faults = [...answers].filter(([status]) => ![200, 412, 503].includes(status)).reduce((sum, [, count]) => sum + count, 0);
  return [
    { what: `PostgreSQL crashes ${outages} times under writes (${answers.get(200)} acknowledged): lost`, value: lost, budget: '0', kept: lost === 0 },
    { what: 'Answers meanwhile that are neither done nor “does not answer” (503)', value: faults, budget: '0', kept: faults === 0 },
    { what: 'Until the first write after it is back, slowest', value: (slowest / 1000).toFixed(2), unit: 's', budget: '≤ 5 s', kept: slowest <= 5_000 },
  ];
}
