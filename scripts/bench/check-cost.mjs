import path from 'node:path';
import { playPop3Port } from '../../mocks/mail/port-pop3.ts';
import { playedMicrosoft } from '../../mocks/microsoft/state.ts';
import { createBackend } from '../../server/app/backend.ts';
import { Confidential } from '../../server/confidential.ts';
import { processState } from '../../server/memory/shared-state.ts';
import { createSecrets } from '../../server/node/secrets.ts';
import { openSqliteStore } from '../../server/node/store/sqlite.ts';
import { newFolder, percentile, settings } from './postern.mjs';

const checks = 20;
const mailboxes = 500;
const answerMs = 20;
// The network's own time is 500 / 4 * 20 ms = 2.5 s.
const mostSeconds = 5;
const origin = 'http://localhost';
const application = { cloud: 'global', tenantId: 'contoso.com', applicationId: '4f6ef1c2-8e18-4b6e-89bc-0d52c1a7e9f4', clientSecret: 'abc8Q~x9Q', username: 'pbx@contoso.com' };
const saved = {
  '/api/v1/email-forwarding': { ...settings, authMethod: 'microsoft-oauth-application', clientSecret: 'abc8Q~x9Q', scope: 'https://outlook.office365.com/.default' },
  '/api/v1/external-providers/exchange-calendar': { ...application, authMethod: 'microsoft-oauth', access: 'graph', server: 'https://graph.microsoft.com/v1.0', scope: 'https://graph.microsoft.com/.default' },
  '/api/v1/external-providers/exchange-directory': { ...application, authMethod: 'microsoft-oauth', access: 'ews', server: 'https://outlook.office365.com/EWS/Exchange.asmx', scope: 'https://outlook.office365.com/.default' },
};
const queue = { name: 'Orders', number: '4711' };
const pilot = { type: 'email', authMethod: 'oauth', tenantId: 'contoso.com', applicationId: application.applicationId, clientSecret: application.clientSecret, username: 'orders@contoso.com' };
const asks = {
  'E-mail forwarding': { function: 'email-forwarding', input: { sendTo: 'admin@contoso.com' } },
  'Calendar': { function: 'exchange-calendar' },
  'Exchange PST': { function: 'exchange-directory' },
};

const asSecret = (text) => (text === null ? null : new Confidential(text));

async function answer(url, { body }, token, now) {
  if (url.endsWith('openid-configuration')) return Response.json({ issuer: url }, { headers: { Date: now.toUTCString() } });
  if (url.endsWith('/token')) return Response.json({ token_type: 'Bearer', expires_in: 3599, access_token: token });
  if (url.includes('/calendarView')) return new Promise((done) => setTimeout(() => done(Response.json({ value: [] })), answerMs));
  const operation = String(body).includes('<m:FindFolder') ? 'FindFolder' : 'FindItem';
  return new Response(found(operation), { headers: { 'Content-Type': 'text/xml; charset=utf-8' } });
}

// An empty folder, as Exchange Web Services say it.
function found(operation) {
  const items = operation === 'FindFolder' ? 'Folders' : 'Items';
  const message = `<m:${operation}ResponseMessage ResponseClass="Success"><m:ResponseCode>NoError</m:ResponseCode><m:RootFolder TotalItemsInView="0" IncludesLastItemInRange="true"><t:${items}/></m:RootFolder></m:${operation}ResponseMessage>`;
  const namespaces = 'xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"';
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><m:${operation}Response ${namespaces}><m:ResponseMessages>${message}</m:ResponseMessages></m:${operation}Response></s:Body></s:Envelope>`;
}

// Exchange Online by POP3, as it is played in the browser: without sockets, so that nothing is waited for.
async function playPop3(clock, token) {
  const microsoft = playedMicrosoft(processState(), { scenario: 'all-well', intervalSeconds: 5, latencyMs: 0 });
  const grant = { tenantGuid: 'x', clientId: 'x', scope: 'x', roles: ['POP.AccessAsApp'] };
  await microsoft.change((played) => void played.accessTokens.push({ token, grant, expiresAt: Number.MAX_SAFE_INTEGER }));
  const network = { connect: async () => ({ kind: 'exchange', encryption: 'tls', protocol: 'pop3' }), certificateAt: async () => null };
  return playPop3Port(microsoft, clock, network);
}

/** What a whole check of each kind costs here, and of many mailboxes: its time less that of the doors to the network, over the product's own store on the disk. What is said by POP3, also by its played server, counts in full. */
export async function measureCheckCost() {
  const { folder, remove } = newFolder();
  const store = await openSqliteStore(path.join(folder, 'postern.sqlite'));
  let outside = 0;
  // Time passes between two checks, so that the limit of one account does not count.
  let passed = 0;
  const now = () => new Date(Date.now() + passed);
  const timed = (work) => async (...given) => {
    const began = performance.now();
    try {
      return await work(...given);
    } finally {
      outside += performance.now() - began;
    }
  };
  const token = `x.${Buffer.from(JSON.stringify({ oid: 'x', roles: ['SMTP.SendAsApp', 'Calendars.Read', 'full_access_as_app', 'POP.AccessAsApp'] })).toString('base64url')}.${'x'.repeat(2000)}`;
  const clock = { now, sleep: (_ms, signal) => new Promise((done) => (signal.aborted ? done() : signal.addEventListener('abort', done, { once: true }))) };
  const ports = {
    store,
    fetch: timed(async (url, init) => answer(url, init, token, now())),
    probe: { reach: timed(async () => ({ address: '192.0.2.1' })), tls: timed(async ({ host }, note) => (note('> EHLO postern'), { protocol: 'TLSv1.3', subject: host, issuer: 'A', validTo: '2027-03-01T00:00:00.000Z', publicAuthority: true, error: null })) },
    mail: { open: timed(async (_server, note) => (note('> EHLO postern'), { signIn: timed(async () => note('> AUTH XOAUTH2 ***')), send: timed(async () => '250 2.0.0 OK'), close: timed(async () => {}) })), openPop3: await playPop3(clock, token) },
    clock,
    random: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
    secrets: createSecrets(crypto.getRandomValues(new Uint8Array(32))),
    sessions: { read: (request) => asSecret(request.headers.get('X-Session')), write: (_request, headers, session) => headers.set('X-Session', session?.reveal() ?? ''), isOwn: () => true },
    log: { info() {}, warn() {}, error() {} },
  };
  const backend = createBackend(ports, { version: '0', runtime: 'Node', protocols: { keepDays: 14, keepMegabytes: 256 }, events: { keepDays: 400, keep: 10_000 }, authority: null, graph: null, trustedHosts: [], publicHosts: [], simulated: null, setupCode: new Confidential('ABCD-EFGH') });
  let session = '';
  const ask = async (method, address, body, headers = {}) => {
    const answer = await backend.fetch(new Request(origin + address, { method, headers: { 'X-Session': session, ...(body && { 'Content-Type': 'application/json' }), ...headers }, ...(body && { body: JSON.stringify(body) }) }));
    session = answer.headers.get('X-Session') ?? session;
    return answer.json();
  };
  await ask('POST', '/api/v1/setup', { code: 'ABCD-EFGH', username: 'admin', password: 'correct horse battery' });
  for (const [address, value] of Object.entries(saved)) await ask('PUT', address, value, { 'If-Match': '"0"' });
  const { id: queueId } = await ask('POST', '/api/v1/contact-center/queues', queue);
  const { id: pilotId } = await ask('POST', `/api/v1/contact-center/queues/${queueId}/pilots`, pilot);
  const life = new AbortController();
  const work = backend.run(life.signal);
  /** The time of one check less that of the doors, in milliseconds. */
  const measure = async (asked) => {
    outside = 0;
    passed += 5000;
    const began = performance.now();
    let check = await ask('POST', '/api/v1/checks', asked);
    // The console watches it, too.
    while (check.state === 'running') check = await ask('GET', `/api/v1/checks/${check.id}?after=${check.version}`);
    if (check.state !== 'passed') throw new Error(JSON.stringify(check));
    return performance.now() - began - outside;
  };
  const rows = [];
  for (const [what, asked] of Object.entries({ ...asks, 'Queue pilot': { function: 'queue-pilot', ref: `${queueId}/${pilotId}` } })) {
    const own = [];
    for (let count = 0; count < checks; count++) own.push(await measure(asked));
    const median = percentile(own, 0.5);
    rows.push({ what: `${what}: a check's own cost, median of ${checks} (slowest ${Math.max(...own).toFixed(0)} ms)`, value: median.toFixed(1), unit: 'ms', budget: '≤ 30 ms', kept: median <= 30 });
  }
  const began = performance.now();
  await measure({ function: 'exchange-calendar', input: { mailboxes: Array.from({ length: mailboxes }, (_, number) => `user${number}@contoso.com`) } });
  const seconds = (performance.now() - began) / 1000;
  rows.push({ what: `${mailboxes} mailboxes, four at a time, of a Graph that answers in ${answerMs} ms`, value: seconds.toFixed(1), unit: 's', budget: `≤ ${mostSeconds} s`, kept: seconds <= mostSeconds });
  life.abort();
  await work;
  await store.close();
  remove();
  return rows;
}
