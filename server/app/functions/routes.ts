import { Hono } from 'hono';
import { api } from '../../../contract/addresses.ts';
import type { RequestState, Services } from '../context.ts';
import { needs } from '../http/guard.ts';
import { readFunctions } from './functions.ts';

/** The functions with their health: for the tree and Home. `?pilots=false` leaves the queue pilots out. */
export function functionRoutes(services: Services): Hono<RequestState> {
  const { store, clock } = services.ports;
  const app = new Hono<RequestState>();
  app.get(api.functions, needs(services, 'basic'), async (c) => {
    const reader = { now: clock.now(), language: c.get('language'), withPilots: c.req.query('pilots') !== 'false' };
    return c.json({ items: await store.transaction((rows) => readFunctions(rows, reader)) });
  });
  return app;
}
