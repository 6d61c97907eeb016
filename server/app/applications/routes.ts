import { Hono } from 'hono';
import { api } from '../../../contract/addresses.ts';
import type { RequestState, Services } from '../context.ts';
import { needs } from '../http/guard.ts';
import { nextPage, pageOf } from '../http/page.ts';
import { readApplications, readApplicationUses } from './applications.ts';

/** The Microsoft applications in use, and by whom. */
export function applicationRoutes(services: Services): Hono<RequestState> {
  const { store } = services.ports;
  const app = new Hono<RequestState>();
  app.get(api.applications, needs(services, 'basic'), async (c) => c.json({ items: await store.transaction(readApplications) }));
  app.get(`${api.applications}/:cloud/:tenantId/:applicationId/uses`, needs(services, 'basic'), async (c) => {
    const { limit, offset } = pageOf(c);
    // No settings hold control characters, and the databases take no NUL.
    const [cloud = '', tenantId = '', applicationId = ''] = (['cloud', 'tenantId', 'applicationId'] as const).map((name) => c.req.param(name).replace(/\p{Cc}/gu, '').toWellFormed());
    const { items, total } = await store.transaction((rows) => readApplicationUses(rows, { cloud, tenantId, applicationId }, { limit, offset }));
    return c.json({ items, next: nextPage(offset, items, total), total });
  });
  return app;
}
