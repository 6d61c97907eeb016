import type { Hono } from 'hono';
import { ConnectionFailure, type Ports } from '../../server/ports.ts';
import { certificateWords, connectionTo, findPlace, isFaulty } from '../mail/places.ts';
import type { PlayedMicrosoft } from './state.ts';

/** The played Microsoft 365 as the port `fetch`: without a network, so what a network does is done here. */
export function playFetch(app: Hono, microsoft: PlayedMicrosoft): Ports['fetch'] {
  return async (url, init) => {
    const { connection, certificate, identity, exchange, webhook } = await microsoft.scenario();
    const { hostname, port, protocol } = new URL(url);
    const place = findPlace(hostname, Number(port) || (protocol === 'https:' ? 443 : 80));
    if ('reason' in place) throw new ConnectionFailure(place.reason, place.code);
    if (connection?.to === connectionTo(place)) throw new ConnectionFailure(connection.reason, connection.code);
    if (place.kind !== 'web') throw new ConnectionFailure('tls', 'ERR_SSL_WRONG_VERSION_NUMBER');
    if (certificate && isFaulty(place, certificate)) throw new ConnectionFailure('tls', certificateWords[certificate.fault]);
    const breaks = { identity, webhook, 'exchange': exchange?.breaks, 'graph': exchange?.breaks, 'on-premises': exchange?.breaks }[place.service];
    if (breaks?.answers === 'cut') throw new ConnectionFailure('closed', 'ECONNRESET');
    const response = await app.fetch(new Request(url, init));
    init.signal?.throwIfAborted();
    return response;
  };
}
