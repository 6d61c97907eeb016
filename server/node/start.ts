import fs from 'node:fs';
import type { Server } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { randomInt } from 'node:crypto';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createBackend } from '../app/backend.ts';
import type { Config } from '../config.ts';
import type { Ports } from '../ports.ts';
import { setupCode } from '../setup-code.ts';
import { readConfig, type Environment, type NodeConfig } from './config.ts';
import { consoleFiles } from './console-files.ts';
import { createDial, type Dial } from './dial.ts';
import { createFetch } from './fetch.ts';
import { readKey } from './key-file.ts';
import { createLog } from './log.ts';
import { createMail } from './mail.ts';
import { createProbe } from './probe.ts';
import { createSecrets } from './secrets.ts';
import { createSessionCookie } from './session-cookie.ts';
import { StartFailure } from './start-failure.ts';
import { openSqliteStore } from './store/sqlite.ts';

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
}

/** Starts the backend and serves the console. Raises `StartFailure`. */
export async function startServer({ env, version, consoleFolder, say, dial: redirect, simulated = null }: StartOptions): Promise<{ url: string; close(): Promise<void> }> {
  const config = readConfig(env);
  trustSystemAuthorities();
  const { store, key } = await openData(config);
  const usual = createDial(config.trustedHosts);
  const dial = redirect ? redirect(usual) : usual;
  const ports: Ports = {
    store,
    fetch: createFetch(dial),
    mail: createMail(dial),
    probe: createProbe(dial),
    clock: systemClock,
    random: { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
    secrets: createSecrets(key),
    sessions: createSessionCookie(config.publicUrl?.origin ?? null),
    log: createLog(config.logLevel),
  };
  const code = setupCode((below) => randomInt(below));
  const { authority, trustedHosts } = config;
  const publicHosts = [os.hostname().toLowerCase(), ...(config.publicUrl ? [config.publicUrl.hostname] : [])];
  const backend = createBackend(ports, { version, authority, trustedHosts, publicHosts, simulated, setupCode: code });

  const app = new Hono();
  app.all('/api/*', (c) => backend.fetch(c.req.raw));
  app.route('/', consoleFiles(consoleFolder));
  const { server, url } = await listen(app, config).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  const life = new AbortController();
  const work = backend.run(life.signal);
  say(`Postern ${version}`);
  say(`Open        ${url}`);
  say(`Data        ${config.data}`);
  if (await store.transaction(async (rows) => (await rows.accounts.count()) === 0)) say(`Set-up code: ${code}`);
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

async function openData(config: NodeConfig) {
  try {
    fs.mkdirSync(config.data, { recursive: true, mode: 0o700 });
    const file = path.join(config.data, 'postern.sqlite');
    const key = readKey(config.keyFile, !fs.existsSync(file));
    return { key, store: await openSqliteStore(file) };
  } catch (error) {
    if (error instanceof StartFailure) throw error;
    throw new StartFailure(`The data folder ${config.data} cannot be used (${error instanceof Error ? error.message : String(error)}): give this user the right to write there, or name another folder in POSTERN_DATA.`, { cause: error });
  }
}

function listen(app: Hono, config: NodeConfig): Promise<{ server: Server; url: string }> {
  return new Promise((done, failed) => {
    const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port, overrideGlobalObjects: false }, ({ port }) => {
      const name = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
      done({ server, url: config.publicUrl?.origin ?? `http://${name}:${port}` });
    }) as Server;
    server.once('error', (error) => {
      const code: unknown = Reflect.get(error, 'code');
      const sentence = code === 'EADDRINUSE' ? `Port ${config.port} is in use: end the other program, or name another port in POSTERN_PORT.` : `Cannot listen at ${config.host}:${config.port} (${String(code)}): change POSTERN_HOST or POSTERN_PORT.`;
      failed(new StartFailure(sentence, { cause: error }));
    });
  });
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
