import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import tls from 'node:tls';
import { serve } from '@hono/node-server';
import { clouds } from '../contract/clouds.ts';
import packageJson from '../package.json' with { type: 'json' };
import { processState } from '../server/memory/shared-state.ts';
import { ConnectionFailure } from '../server/ports.ts';
import { runUntilSignal } from '../server/node/run.ts';
import { startServer } from '../server/node/start.ts';
import { StartFailure } from '../server/node/start-failure.ts';
import { clock } from './clock.ts';
import { issueFaulty, makeAuthority } from './mail/certificates.ts';
import { listenForMail } from './mail/listener.ts';
import { connectionTo, findPlace, isFaulty, relayHost } from './mail/places.ts';
import { createMicrosoft } from './microsoft/app.ts';
import { onPremisesHost, webHosts } from './microsoft/hosts.ts';
import { createPages, playedSentence } from './microsoft/pages.ts';
import { playedMicrosoft, type PlayedSettings } from './microsoft/state.ts';
import { startSettings } from './browser/start-settings.ts';
import { scenarios } from './scenarios/scenarios.ts';

const mailHosts = Object.values(clouds).flatMap((cloud) => cloud.mailHosts);
const certificateFaults = scenarios.flatMap(({ certificate }) => certificate ?? []);

await runUntilSignal(async (say) => {
  const { env } = process;
  const settings = settingsOf(env);
  const state = processState();
  const microsoft = playedMicrosoft(state, settings);
  const authority = await makeAuthority();
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), authority.certificate]);
  const certificate = await authority.issue({ names: [...webHosts, ...mailHosts, relayHost] });

  const pages = await listen(createPages(state, { settings }).fetch, Number(env['SANDBOX_PORT'] ?? (env['POSTERN_PORT'] === '0' ? 0 : 8090)));
  const pagesUrl = `http://localhost:${pages.port}/`;
  const { fetch: answer } = createMicrosoft(state, { pagesUrl, settings });
  const web = await listen(answer, 0, certificate);
  const exchange = await listenForMail(microsoft, clock, certificate);
  const faulty = new Map(
    await Promise.all(
      certificateFaults.map(async (fault) => {
        const presented = await issueFaulty(authority, fault, fault.at === 'on-premises' ? [onPremisesHost] : mailHosts);
        return [fault, await (fault.at === 'on-premises' ? listen(answer, 0, presented) : listenForMail(microsoft, clock, presented))] as const;
      }),
    ),
  );
  const relay = { starttls: await listenForMail(microsoft, clock, certificate, { kind: 'relay', encryption: 'starttls' }), tls: await listenForMail(microsoft, clock, certificate, { kind: 'relay', encryption: 'tls' }) };

  const server = await startServer({
    env: { ...env, POSTERN_DATA: env['POSTERN_DATA'] || 'data-sandbox', POSTERN_TRUSTED_HOSTS: [env['POSTERN_TRUSTED_HOSTS'], 'localhost'].filter(Boolean).join(',') },
    version: packageJson.version,
    consoleFolder: path.join(import.meta.dirname, '../console'),
    say,
    simulated: async (language) => ({ scenario: await playedSentence(state, language, settings), panelUrl: `${pagesUrl}panel` }),
    publicAuthorities: [...tls.rootCertificates, authority.certificate],
    // Nothing leaves this machine: a place that is not played does not exist.
    dial: (usual) => async (host, port, signal) => {
      if (host === 'localhost') return usual(host, port, signal);
      const { connection, certificate: presented } = await microsoft.scenario();
      const place = findPlace(host, port);
      if ('reason' in place) throw new ConnectionFailure(place.reason, place.code);
      if (connection?.to === connectionTo(place)) throw new ConnectionFailure(connection.reason, connection.code);
      const other = presented && isFaulty(place, presented) ? faulty.get(presented) : undefined;
      const { port: played } = other ?? (place.kind === 'web' ? web : place.kind === 'relay' ? relay[place.encryption] : exchange);
      return usual('localhost', played, signal);
    },
  });
  say(`Panel       ${pagesUrl}panel`);
  say('Microsoft 365 is played on this machine: nothing leaves it, and no tenant is needed.');
  return {
    async close() {
      await server.close();
      await Promise.all([pages, web, exchange, relay.starttls, relay.tls, ...faulty.values()].map((listener) => listener.close()));
    },
  };
});

function settingsOf(env: NodeJS.ProcessEnv): PlayedSettings {
  const asked = new URLSearchParams({ scenario: env['SANDBOX_SCENARIO'] ?? '', interval: env['SANDBOX_INTERVAL'] ?? '', latency: env['SANDBOX_LATENCY'] ?? '' });
  return startSettings({ search: asked.toString() });
}

function listen(fetch: (request: Request) => Response | Promise<Response>, port: number, certificate?: { cert: string; key: string }): Promise<{ port: number; close(): Promise<void> }> {
  return new Promise((done, failed) => {
    const secure = certificate && { createServer: https.createServer, serverOptions: certificate };
    const server = serve({ fetch, port, hostname: '127.0.0.1', overrideGlobalObjects: false, ...secure }, (address: AddressInfo) => done({ port: address.port, close }));
    const close = () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    server.once('error', (error: Error) => failed(new StartFailure(`The played Microsoft cannot listen at port ${port} (${error.message}): name another one in SANDBOX_PORT.`)));
  });
}
