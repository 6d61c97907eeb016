import os from 'node:os';
import tls from 'node:tls';
import { randomInt } from 'node:crypto';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { record } from '../app/events/record.ts';
import { createBackend } from '../app/backend.ts';
import type { Config } from '../config.ts';
import type { Ports } from '../ports.ts';
import { setupCode } from '../setup-code.ts';
import { readConfig, type Environment } from './config.ts';
import { consoleFiles } from './console-files.ts';
import { openData, placeOfData } from './data.ts';
import { createDial, type Dial } from './dial.ts';
import { createFetch } from './fetch.ts';
import { createGzip } from './gzip.ts';
import { listen } from './listen.ts';
import { createLog } from './log.ts';
import { createMail } from './mail.ts';
import { createProbe } from './probe.ts';
import { throughProxy } from './proxy.ts';
import { createSessionCookie } from './session-cookie.ts';

export interface StartOptions {
  env: Environment;
  version: string;
  /** Folder of the built console. */
  consoleFolder: string;
  /** Takes the lines that a start prints. */
  say: (line: string) => void;
  /** Leads connections elsewhere: for the sandbox. */
  dial?: (usual: Dial) => Dial;
  simulated?: Config['simulated'];
  /** Authorities (PEM) that count as those browsers know: for the sandbox. */
  publicAuthorities?: readonly string[];
}

/** Starts the backend and serves the console. Raises `StartFailure`. */
export async function startServer({ env, version, consoleFolder, say, dial: redirect, simulated = null, publicAuthorities }: StartOptions): Promise<{ url: string; close(): Promise<void> }> {
  const config = readConfig(env);
  trustSystemAuthorities();
  const { store, secrets } = await openData(config);
  const usual = throughProxy(createDial(config.trustedHosts), env);
  const dial = redirect ? redirect(usual) : usual;
  const connections = new WeakMap<Request, string>();
  const ports: Ports = {
    store,
    fetch: createFetch(dial),
    mail: createMail(dial),
    probe: createProbe(dial, publicAuthorities),
    clock: systemClock,
    random: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
    secrets,
    sessions: createSessionCookie(config.publicUrl?.origin ?? null, (request) => connections.get(request)),
    log: createLog(config.logLevel),
    gzip: createGzip,
  };
  const code = setupCode((below) => randomInt(below));
  const { authority, graph, trustedHosts, events, protocols } = config;
  const publicHosts = [os.hostname().toLowerCase(), ...(config.publicUrl ? [config.publicUrl.hostname] : [])];
  const backend = createBackend(ports, { version, runtime: `Node ${process.versions.node}`, authority, graph, trustedHosts, publicHosts, publicUrl: config.publicUrl?.origin ?? null, simulated, setupCode: code, events, protocols });

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.all('/api/*', (c) => {
    connections.set(c.req.raw, c.env.incoming.socket.remoteAddress ?? '');
    return backend.fetch(c.req.raw);
  });
  app.route('/', consoleFiles(consoleFolder));
  const { server, url } = await listen(app, config).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  await record(ports, { kind: 'system-started', function: null, actor: null, params: { version } });
  const life = new AbortController();
  const work = backend.run(life.signal);
  say(`Postern ${version}`);
  say(`Open        ${url}`);
  say(`Data        ${placeOfData(config)}`);
  if (await store.transaction(async (rows) => (await rows.accounts.count()) === 0)) say(`Set-up code: ${code.reveal()}`);
  return {
    url,
    async close() {
      life.abort();
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await Promise.all([closed, work]);
      await store.close();
    },
  };
}

const systemClock: Ports['clock'] = {
  now: () => new Date(),
  sleep: (ms, signal) =>
    new Promise((done) => {
      if (signal.aborted) return done();
      const end = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        done();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener('abort', end, { once: true });
    }),
};

// Companies put their own authority into the system's store.
function trustSystemAuthorities(): void {
  tls.setDefaultCACertificates([...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])]);
}
