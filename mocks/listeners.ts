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
import { connectionTo, findPlace, isFaulty, relayHost, secondHost, type Place } from './mail/places.ts';
import { listenForPop3 } from './mail/pop3-listener.ts';
import { createMicrosoft } from './microsoft/app.ts';
import { onPremisesHost, webHosts } from './microsoft/hosts.ts';
import { playedMicrosoft, type PlayedSettings } from './microsoft/state.ts';
import { scenarios } from './scenarios/scenarios.ts';

export interface Listener {
  port: number;
  close(): Promise<void>;
}

const mailHosts = Object.values(clouds).flatMap((cloud) => cloud.mailHosts);

const places: readonly Place[] = [
  { kind: 'web', service: 'identity' },
  { kind: 'web', service: 'on-premises' },
  { kind: 'exchange', encryption: 'starttls' },
  { kind: 'exchange', encryption: 'starttls', protocol: 'pop3' },
  { kind: 'exchange', encryption: 'tls', protocol: 'pop3' },
  { kind: 'relay', encryption: 'starttls' },
  { kind: 'relay', encryption: 'tls' },
  { kind: 'second', encryption: 'starttls' },
  { kind: 'second', encryption: 'tls' },
  { kind: 'relay', encryption: 'starttls', protocol: 'pop3' },
  { kind: 'relay', encryption: 'tls', protocol: 'pop3' },
];

/** All that is played, on ports of loopback, with certificates of an authority made at this start (PEM). `dial` leads each place to its listener; a place that is not played does not exist. */
export async function listenForAll(state: SharedState, settings: PlayedSettings, pagesUrl: string): Promise<{ authority: string; dial: (usual: Dial) => Dial; close(): Promise<void> }> {
  const microsoft = playedMicrosoft(state, settings);
  const authority = await makeAuthority();
  const certificate = await authority.issue({ names: [...webHosts, ...mailHosts, relayHost, secondHost] });
  const { fetch } = createMicrosoft(state, { pagesUrl, settings });
  const listenAt = async (place: Place, presented = certificate): Promise<[string, Listener]> => {
    const listener = place.kind === 'web' ? listen(fetch, 0, presented) : (place.protocol === 'pop3' ? listenForPop3 : listenForMail)(microsoft, clock, presented, place);
    return [keyOf(place), await listener];
  };
  const good = new Map(await Promise.all(places.map((place) => listenAt(place))));
  const faults = scenarios.flatMap(({ certificate: fault }) => fault ?? []);
  const faulty = new Map(
    await Promise.all(
      faults.map(async (fault) => {
        const presented = await issueFaulty(authority, fault, fault.at === 'on-premises' ? [onPremisesHost] : mailHosts);
        return [fault, new Map(await Promise.all(places.filter((place) => isFaulty(place, fault)).map((place) => listenAt(place, presented))))] as const;
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
      const key = keyOf(place);
      const listener = (presented && faulty.get(presented)?.get(key)) ?? good.get(key);
      if (!listener) throw new ConnectionFailure('refused', 'ECONNREFUSED');
      return usual('localhost', listener.port, signal);
    },
    async close() {
      const all = [good, ...faulty.values()].flatMap((listeners) => [...listeners.values()]);
      await Promise.all(all.map((listener) => listener.close()));
    },
  };
}

// One listener serves all of Microsoft's sites; the company's own has a certificate of its own.
function keyOf(place: Place): string {
  return place.kind === 'web' ? `web ${place.service === 'on-premises'}` : `${place.kind} ${place.protocol ?? 'smtp'} ${place.encryption}`;
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
