import { Hono } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { eventSeverity, type Event } from '../../../contract/events.ts';
import type { RequestState, Services } from '../context.ts';
import { needs } from '../http/guard.ts';
import { pageSize } from '../http/page.ts';

/** The record of events, the newest first. */
export function eventRoutes(services: Services): Hono<RequestState> {
  const app = new Hono<RequestState>();
  app.get(api.events, needs(services, 'basic'), async (c) => {
    const limit = pageSize(c.req.query('page[size]'));
    const after = c.req.query('page[after]');
    const { items, total } = await services.ports.store.transaction((rows) => rows.events.list({ limit: limit + 1, ...(after && { after }) }));
    const page = items.slice(0, limit).map((row): Event => ({ ...row, severity: eventSeverity[row.kind] }));
    return c.json({ items: page, next: items.length > limit ? (page.at(-1)?.id ?? null) : null, total });
  });
  return app;
}
