import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { clouds } from '../contract/clouds.ts';
import type { SharedState } from '../server/memory/shared-state.ts';
import type { Dial } from '../server/node/dial.ts';
import { ConnectionFailure } from '../server/ports.ts';
import { clock } from './clock.ts';
import { issueFaulty, makeAuthority } from './mail/certificates.ts';
import { listenForMail } from './mail/listener.ts';
import { connectionTo, findPlace, isFaulty, relayHost } from './mail/places.ts';
import { createMicrosoft } from './microsoft/app.ts';
import { onPremisesHost, webHosts } from './microsoft/hosts.ts';
import { playedMicrosoft, type PlayedSettings } from './microsoft/state.ts';
import { scenarios } from './scenarios/scenarios.ts';

export interface Listener {
  port: number;
  close(): Promise<void>;
}

const mailHosts = Object.values(clouds).flatMap((cloud) => cloud.mailHosts);

/** All that is played, on ports of loopback, with certificates of an authority made at this start (PEM). `dial` leads each place to its listener; a place that is not played does not exist. */
export async function listenForAll(state: SharedState, settings: PlayedSettings, pagesUrl: string): Promise<{ authority: string; dial: (usual: Dial) => Dial; close(): Promise<void> }> {
  const microsoft = playedMicrosoft(state, settings);
  const authority = await makeAuthority();
  const certificate = await authority.issue({ names: [...webHosts, ...mailHosts, relayHost] });
  const { fetch } = createMicrosoft(state, { pagesUrl, settings });
  const good = {
    web: await listen(fetch, 0, certificate),
    exchange: await listenForMail(microsoft, clock, certificate),
    starttls: await listenForMail(microsoft, clock, certificate, { kind: 'relay', encryption: 'starttls' }),
    tls: await listenForMail(microsoft, clock, certificate, { kind: 'relay', encryption: 'tls' }),
  };
  const faults = scenarios.flatMap(({ certificate: fault }) => fault ?? []);
  const faulty = new Map(
    await Promise.all(
      faults.map(async (fault) => {
        const isMail = fault.at !== 'on-premises';
        const presented = await issueFaulty(authority, fault, isMail ? mailHosts : [onPremisesHost]);
        return [fault, await (isMail ? listenForMail(microsoft, clock, presented) : listen(fetch, 0, presented))] as const;
      }),
    ),
  );
  return {
    authority: authority.certificate,
    dial: (usual) => async (host, port, signal) => {
      if (host === 'localhost') return usual(host, port, signal);
      const { connection, certificate: presented } = await microsoft.scenario();
      const place = findPlace(host, port);
      if ('reason' in place) throw new ConnectionFailure(place.reason, place.code);
      if (connection?.to === connectionTo(place)) throw new ConnectionFailure(connection.reason, connection.code);
      const other = presented && isFaulty(place, presented) ? faulty.get(presented) : undefined;
      const listener = other ?? good[place.kind === 'relay' ? place.encryption : place.kind];
      return usual('localhost', listener.port, signal);
    },
    async close() {
      await Promise.all([...Object.values(good), ...faulty.values()].map((listener) => listener.close()));
    },
  };
}

/** Serves this at a port of loopback, 0 for any that is free; by https where a certificate is given (PEM). */
export function listen(fetch: (request: Request) => Response | Promise<Response>, port: number, certificate?: { cert: string; key: string }): Promise<Listener> {
  return new Promise((done, failed) => {
    const secure = certificate && { createServer: https.createServer, serverOptions: certificate };
    const server = serve({ fetch, port, hostname: '127.0.0.1', overrideGlobalObjects: false, ...secure }, (address: AddressInfo) => done({ port: address.port, close }));
    const close = () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
    server.once('error', failed);
  });
}
