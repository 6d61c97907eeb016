import { api } from '../../contract/addresses.ts';
import { Confidential } from '../confidential.ts';
import type { Config } from '../config.ts';
import { processState } from '../memory/shared-state.ts';
import { createMemoryStore } from '../memory/store.ts';
import type { Credentials, Ports } from '../ports.ts';
import { createSealing } from '../sealing.ts';
import type { Repositories } from '../store.ts';
import { createBackend } from './backend.ts';
import { sha256 } from './ids.ts';
import { isConsidered } from './backup/parts.ts';

// The keepers of sign-ins, of checks, of runs of Check everything, of what was deleted, of events, of protocols and of notices.
const keepers = 7;

export const origin = 'http://localhost';

/** Settings of E-mail forwarding that hold. */
export const settings = {
  authMethod: 'microsoft-oauth',
  emailAddress: 'pbx@contoso.com',
  cloud: 'global',
  tenantId: 'contoso.com',
  applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4',
  smtp: { host: 'smtp.office365.com', port: 587, encryption: 'starttls' },
};

/** A network on which every host is there, with a certificate that holds. */
export const reachable: Ports['probe'] = {
  reach: async () => ({ address: '192.0.2.1' }),
  tls: async (server) => ({ protocol: 'TLSv1.3', subject: server.host, issuer: 'A', validTo: '2027-03-01T00:00:00.000Z', publicAuthority: true, error: null }),
};

/** What somebody signs in with, to be compared. */
export function inClear(credentials: Credentials): { user: string; accessToken: string } | { user: string; password: string } {
  const { user } = credentials;
  return 'accessToken' in credentials ? { user, accessToken: credentials.accessToken.reveal() } : { user, password: credentials.password.reveal() };
}

/** A clock that stands still until somebody moves it on. */
export function standingClock() {
  let now = Date.parse('2026-11-24T12:00:00.000Z');
  const waiting = new Set<() => void>();
  const clock: Ports['clock'] = {
    now: () => new Date(now),
    sleep: (ms, signal) =>
      new Promise<void>((done) => {
        const until = now + ms;
        const look = () => {
          if (now < until && !signal.aborted) return;
          waiting.delete(look);
          done();
        };
        waiting.add(look);
        signal.addEventListener('abort', look);
        look();
      }),
  };
  return {
    clock,
    forward(seconds: number) {
      now += seconds * 1000;
      for (const look of waiting) look();
    },
    async idle(sleepers = keepers) {
      while (waiting.size < sleepers) await new Promise((done) => setTimeout(done));
    },
  };
}

// Whoever stores settings or secrets decides whether they are in a backup.
function withConsidered(store: Ports['store']): Ports['store'] {
  const considered = <Table extends 'settings' | 'secrets'>(table: Table, rows: Repositories): Repositories[Table] => ({
    ...rows[table],
    put(name: string, row: never) {
      if (!isConsidered(table, name)) throw new Error(`“${name}” of ${table} is neither in a backup nor declared out of it: server/app/backup/parts.ts.`);
      return rows[table].put(name, row);
    },
  });
  return { ...store, transaction: (work) => store.transaction((rows) => work({ ...rows, settings: considered('settings', rows), secrets: considered('secrets', rows) })) };
}

/** A backend whose doors lead nowhere until a test says where: for the tests of `app`. Its clock stands still but for `forward`. */
export function testBackend(given: { ports?: Partial<Ports>; config?: Partial<Config>; time?: ReturnType<typeof standingClock> } = {}) {
  const { clock, forward, idle } = given.time ?? standingClock();
  const nowhere = () => Promise.reject(new Error('This door leads nowhere.'));
  const ports: Ports = {
    store: createMemoryStore(processState()),
    fetch: nowhere,
    mail: { open: nowhere, openPop3: nowhere },
    probe: { reach: nowhere, tls: nowhere },
    clock,
    random: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
    secrets: {
      ...createSealing(crypto.getRandomValues(new Uint8Array(32))),
      hashPassword: async (password) => `hash of ${await sha256(password)}`,
      verifyPassword: async (password, hash) => hash === `hash of ${await sha256(password)}`,
    },
    sessions: {
      read(request) {
        const token = request.headers.get('X-Session');
        return token === null ? null : new Confidential(token);
      },
      write: (_request, headers, token) => headers.set('X-Session', token?.reveal() ?? ''),
      sourceOf: (request) => request.headers.get('X-Source') ?? '192.0.2.7',
      isOwn: (request) => request.headers.get('Origin') === origin,
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    gzip: () => new CompressionStream('gzip'),
    ...given.ports,
  };
  ports.store = withConsidered(ports.store);
  const config: Config = { version: '0.0.0', runtime: 'test', protocols: { keepDays: 14, keepMegabytes: 256 }, authority: null, graph: null, trustedHosts: [], publicHosts: [], publicUrl: null, simulated: null, setupCode: new Confidential('ABCD-EFGH'), events: { keepDays: 400, keep: 10_000 }, ...given.config };
  const backend = createBackend(ports, config);
  let session = '';

  /** One request of the console: with origin and session, and JSON or a form. Its answer as it comes. */
  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const asItIs = typeof body === 'string' || body instanceof FormData;
    const json = body === undefined ? {} : { body: asItIs ? body : JSON.stringify(body) };
    const type: Record<string, string> = body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' };
    return backend.fetch(new Request(`${origin}${path}`, { method, headers: { Origin: origin, 'X-Session': session, ...type, ...headers }, ...json }));
  }

  /** The same, with its answer read. */
  async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await send(method, path, body, headers);
    session = response.headers.get('X-Session') ?? session;
    const text = await response.text();
    return { status: response.status, etag: response.headers.get('ETag'), headers: response.headers, text, body: response.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : null };
  }

  return {
    backend,
    ports,
    config,
    ask,
    send,
    /** Lets time pass, in seconds. */
    forward,
    /** Resolves when all background work, or so many others, wait for the clock again. */
    idle,
    /** A check of what is saved, or of a draft, to its end, or the problem that it is refused with. */
    async check(draft?: object, of: { function: string; ref?: string; input?: object } = { function: 'email-forwarding', input: { sendTo: 'admin@contoso.com' } }) {
      const started = await ask('POST', api.checks, { ...of, ...(draft && { draft }) });
      if (started.status !== 202) return started;
      for (;;) {
        const found = await ask('GET', api.check(started.body.id));
        if (found.body.state !== 'running') return found;
        await new Promise((done) => setTimeout(done));
      }
    },
    /** Makes the first administrator and stays signed in as him. */
    signIn: () => ask('POST', '/api/v1/setup', { code: 'abcd efgh', username: 'admin', password: 'correct horse', email: 'admin@contoso.com' }),
  };
}
