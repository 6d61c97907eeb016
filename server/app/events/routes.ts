import { Hono } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { eventSeverity, type Event } from '../../../contract/events.ts';
import type { RequestState, Services } from '../context.ts';
import { needs } from '../http/guard.ts';
import { fieldProblem } from '../http/problem.ts';

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

/** How many items a page has: 50, or what `page[size]` says, 200 at most. */
export function pageSize(text: string | undefined): number {
  const size = Number(text ?? 50);
  if (!Number.isInteger(size) || size < 1 || size > 200) throw fieldProblem('/page[size]', 'type', 'A page has 1 to 200 items.');
  return size;
}
