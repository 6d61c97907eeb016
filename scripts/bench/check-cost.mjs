import path from 'node:path';
import { createBackend } from '../../server/app/backend.ts';
import { createSecrets } from '../../server/node/secrets.ts';
import { openSqliteStore } from '../../server/node/store/sqlite.ts';
import { newFolder, percentile, settings } from './postern.mjs';

// As many as the limit of one account allows at once.
const checks = 20;
const origin = 'http://localhost';

/** What a whole check of the application method costs here: its time less that of the doors to the network, over the product's own store on the disk. */
export async function measureCheckCost() {
  const { folder, remove } = newFolder();
  const store = await openSqliteStore(path.join(folder, 'postern.sqlite'));
  let outside = 0;
  const timed = (work) => async (...given) => {
    const began = performance.now();
    try {
      return await work(...given);
    } finally {
      outside += performance.now() - began;
    }
  };
  const token = `x.${Buffer.from(JSON.stringify({ oid: 'x', roles: ['SMTP.SendAsApp'] })).toString('base64url')}.${'x'.repeat(2000)}`;
  const ports = {
    store,
    fetch: timed(async (url) => (url.endsWith('openid-configuration') ? Response.json({ issuer: url }, { headers: { Date: new Date().toUTCString() } }) : Response.json({ token_type: 'Bearer', expires_in: 3599, access_token: token }))),
    probe: { reach: timed(async () => ({ address: '192.0.2.1' })), tls: timed(async ({ host }, note) => (note('> EHLO postern'), { protocol: 'TLSv1.3', subject: host, issuer: 'A', validTo: '2027-03-01T00:00:00.000Z', publicAuthority: true, error: null })) },
    mail: { open: timed(async (_server, note) => (note('> EHLO postern'), { signIn: timed(async () => note('> AUTH XOAUTH2 ***')), send: timed(async () => '250 2.0.0 OK'), close: timed(async () => {}) })) },
    clock: { now: () => new Date(), sleep: (_ms, signal) => new Promise((done) => (signal.aborted ? done() : signal.addEventListener('abort', done, { once: true }))) },
    random: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
    secrets: createSecrets(crypto.getRandomValues(new Uint8Array(32))),
    sessions: { read: (request) => request.headers.get('X-Session'), write: (_request, headers, session) => headers.set('X-Session', session ?? ''), isOwn: () => true },
    log: { info() {}, warn() {}, error() {} },
  };
  const backend = createBackend(ports, { version: '0', authority: null, trustedHosts: [], publicHosts: [], simulated: null, setupCode: 'ABCD-EFGH' });
  let session = '';
  const ask = async (method, address, body, headers = {}) => {
    const answer = await backend.fetch(new Request(origin + address, { method, headers: { 'X-Session': session, ...(body && { 'Content-Type': 'application/json' }), ...headers }, ...(body && { body: JSON.stringify(body) }) }));
    session = answer.headers.get('X-Session') ?? session;
    return answer.json();
  };
  await ask('POST', '/api/v1/setup', { code: 'ABCD-EFGH', username: 'admin', password: 'correct horse battery' });
  await ask('PUT', '/api/v1/email-forwarding', { ...settings, authMethod: 'microsoft-oauth-application', clientSecret: 'abc8Q~x9Q', scope: 'https://outlook.office365.com/.default' }, { 'If-Match': '"0"' });
  const life = new AbortController();
  const work = backend.run(life.signal);
  const own = [];
  for (let count = 0; count < checks; count++) {
    outside = 0;
    const began = performance.now();
    let check = await ask('POST', '/api/v1/checks', { function: 'email-forwarding', input: { sendTo: 'admin@contoso.com' } });
    // The console watches it, too.
    while (check.state === 'running') check = await ask('GET', `/api/v1/checks/${check.id}?after=${check.version}`);
    if (check.state !== 'passed') throw new Error(JSON.stringify(check));
    own.push(performance.now() - began - outside);
  }
  life.abort();
  await work;
  await store.close();
  remove();
  const median = percentile(own, 0.5);
  return [{ what: `A check's own cost, median of ${checks} (slowest ${Math.max(...own).toFixed(0)} ms)`, value: median.toFixed(1), unit: 'ms', budget: '≤ 30 ms', kept: median <= 30 }];
}
