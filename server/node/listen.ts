import fs from 'node:fs';
import type { Server } from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import { serve } from '@hono/node-server';
import type { NodeConfig } from './config.ts';
import { StartFailure } from './start-failure.ts';

const anywhere = ['127.0.0.1', '::1', '0.0.0.0', '::'];

/** Listens as the configuration says, by HTTPS where it names a certificate; `url` is the address for browsers. Raises `StartFailure`. */
export function listen(app: Pick<Parameters<typeof serve>[0], 'fetch'>, config: NodeConfig): Promise<{ server: Server; url: string }> {
  const certificate = config.tls && readCertificate(config.tls);
  return new Promise((done, failed) => {
    const secure = certificate && { createServer: https.createServer, serverOptions: { ...certificate, minVersion: 'TLSv1.2' as const } };
    const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port, overrideGlobalObjects: false, ...secure }, ({ port }) => {
      const name = anywhere.includes(config.host) ? 'localhost' : config.host;
      done({ server, url: config.publicUrl?.origin ?? `${certificate ? 'https' : 'http'}://${name.includes(':') ? `[${name}]` : name}:${port}` });
    }) as Server;
    server.once('error', (error) => {
      const code: unknown = Reflect.get(error, 'code');
      const sentence = code === 'EADDRINUSE' ? `Port ${config.port} is in use: end the other program, or name another port in POSTERN_PORT.` : `Cannot listen at ${config.host}:${config.port} (${String(code)}): change POSTERN_HOST or POSTERN_PORT.`;
      failed(new StartFailure(sentence, { cause: error }));
    });
  });
}

function readCertificate(files: { cert: string; key: string }): { cert: string; key: string } {
  const read = (name: 'cert' | 'key', variable: string) => {
    try {
      return fs.readFileSync(files[name], 'utf8');
    } catch (error) {
      throw new StartFailure(`${variable} names ${files[name]}, which cannot be read (${String(Reflect.get(Object(error), 'code'))}).`, { cause: error });
    }
  };
  const pair = { cert: read('cert', 'POSTERN_TLS_CERT'), key: read('key', 'POSTERN_TLS_KEY') };
  try {
    tls.createSecureContext(pair);
  } catch (error) {
    throw new StartFailure('POSTERN_TLS_CERT and POSTERN_TLS_KEY take a certificate chain and its own private key, both as PEM; these two do not fit.', { cause: error });
  }
  return pair;
}
