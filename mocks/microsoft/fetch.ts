import type { Hono } from 'hono';
import { ConnectionFailure, type Ports } from '../../server/ports.ts';
import type { PlayedMicrosoft } from './state.ts';

/** The played identity endpoints as the port `fetch`: without a network, so what a network does is done here. */
export function playFetch(app: Hono, microsoft: PlayedMicrosoft): Ports['fetch'] {
  return async (url, init) => {
    const { connection, identity } = await microsoft.scenario();
    if (connection?.to === 'identity') throw new ConnectionFailure(connection.reason, connection.code);
    if (identity?.answers === 'cut') throw new ConnectionFailure('closed', 'ECONNRESET');
    const response = await app.fetch(new Request(url, init));
    init.signal?.throwIfAborted();
    return response;
  };
}
