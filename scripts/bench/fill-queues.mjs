import path from 'node:path';
import { openSqliteStore } from '../../server/node/store/sqlite.ts';
import { ask, setUp, startPostern } from './postern.mjs';

export const queueCount = 1_000;
export const pilotCount = 5_000;
const applications = 50;
const dayMs = 86_400_000;
const places = ['Berlin', 'Hamburg', 'München', 'Köln', 'Wien', 'Zürich', 'Paris', 'Lyon', 'London', 'Leeds'];
export const tasks = ['Sales', 'Support', 'Orders', 'Returns', 'Invoices', 'Bewerbungen', 'Störungen', 'Einkauf', 'Field service', 'Reception'];

/** A name like a person's, unlike any other queue's. */
export const queueName = (at) => `${tasks[at % 10]} ${places[Math.floor(at / 10) % 10]} ${Math.floor(at / 100) + 1}`;
export const mailbox = (at) => `queue${at % queueCount}.${Math.floor(at / queueCount)}@contoso.com`;

/** Fills new data as an administrator would, by the API, and lets the e-mail pilots' last checks have ended one way or the other. Answers the queues' ids and the session's cookie. */
export async function fillQueues(folder, { queueCount: queuesWanted = queueCount, pilotCount: pilotsWanted = pilotCount } = {}) {
  const postern = await startPostern(folder);
  const cookie = await setUp(postern);
  const add = async (address, body) => {
    const answer = await ask(postern.url, cookie, 'POST', address, body);
    if (answer.status !== 201) throw new Error(await answer.text());
    return (await answer.json()).id;
  };
  const queues = [];
  const pilots = [];
  for (let at = 0; at < queuesWanted; at++) queues.push(await add('/api/v1/contact-center/queues', { name: queueName(at), number: String(20_000 + at) }));
  for (let at = 0; at < pilotsWanted; at++) pilots.push(await add(`/api/v1/contact-center/queues/${queues[at % queuesWanted]}/pilots`, pilotOf(at)));
  await postern.end('SIGTERM');
  await conclude(folder, pilots);
  return { queues, cookie };
}

// All of them e-mail pilots, which cost the most.
function pilotOf(at) {
  const applicationId = `2ce20fd9-826c-440f-bc3b-${String(at % applications).padStart(12, '0')}`;
  // A warning, nothing known, nothing to warn of.
  const clientSecretExpiresAt = [new Date(Date.now() + 10 * dayMs).toISOString(), null, new Date(Date.now() + 300 * dayMs).toISOString()][at % 3];
  return { type: 'email', authMethod: 'oauth', username: mailbox(at), tenantId: 'contoso.com', applicationId, clientSecret: `abc8Q~x9Q${at}`, clientSecretExpiresAt };
}

// No mail server here would let them in: what a check leaves behind is written as the backend writes it.
async function conclude(folder, pilots) {
  const store = await openSqliteStore(path.join(folder, 'postern.sqlite'));
  const now = new Date().toISOString();
  await store.transaction(async (rows) => {
    for (const [at, id] of pilots.entries()) {
      if (at % 7 === 0) continue;
      const isGood = at % 20 !== 1;
      await rows.pilots.conclude(id, { result: isGood ? 'passed' : 'failed', startedAt: now, endedAt: now, since: now, goodAt: isGood ? now : null, diagnosis: isGood ? null : { code: 'pop3-sign-in-refused', params: { mailbox: mailbox(at) } } });
    }
  });
  await store.close();
}
