import { Hono, type Context as HonoContext } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { pilot, pilotInput, pilotReadOnly } from '../../../contract/contact-center.ts';
import type { RequestState, Services } from '../context.ts';
import { readBody } from '../http/body.ts';
import { etag } from '../http/etag.ts';
import { needs } from '../http/guard.ts';
import { nextPage, pageOf } from '../http/page.ts';
import { addPilot, listPilots, readPilot, removePilot, restorePilot, savePilot } from './pilots.ts';

/** The pilots of a queue. */
export function pilotRoutes(services: Services): Hono<RequestState> {
  const { store, clock } = services.ports;
  const app = new Hono<RequestState>();
  const all = `${api.queues}/:queueId/pilots` as const;
  const one = `${all}/:pilotId` as const;
  const show = async (c: HonoContext<RequestState>, [queueId, pilotId]: readonly [string, string], { status = 200, removedSecrets = [] }: { status?: 200 | 201; removedSecrets?: string[] } = {}) => {
    const { shown, version } = await store.transaction((rows) => readPilot(rows, queueId, pilotId, clock.now()));
    return c.json({ ...shown, ...(removedSecrets.length > 0 && { removedSecrets }) }, status, { ETag: etag(version), ...(status === 201 && { Location: api.pilot(queueId, pilotId) }) });
  };

  app.get(all, needs(services, 'basic'), async (c) => {
    const { limit, offset } = pageOf(c);
    const { items, total } = await listPilots(services, c.req.param('queueId'), { limit, offset });
    return c.json({ items, next: nextPage(offset, items, total), total });
  });
  app.post(all, needs(services, 'advanced'), async (c) => {
    const queueId = c.req.param('queueId');
    const input = await readBody(c.req.raw, pilotInput, readOnlyOf);
    return show(c, [queueId, await addPilot(services, queueId, input, c.get('caller').username)], { status: 201 });
  });
  app.get(one, needs(services, 'basic'), (c) => show(c, [c.req.param('queueId'), c.req.param('pilotId')]));
  app.put(one, needs(services, 'advanced'), async (c) => {
    const { queueId, pilotId } = c.req.param();
    const input = await readBody(c.req.raw, pilotInput, readOnlyOf);
    const removedSecrets = await savePilot(services, queueId, pilotId, input, c.req.header('If-Match'), c.get('caller').username);
    return show(c, [queueId, pilotId], { removedSecrets });
  });
  app.delete(one, needs(services, 'advanced'), async (c) => {
    const { queueId, pilotId } = c.req.param();
    await removePilot(services, queueId, pilotId, c.req.header('If-Match'), c.get('caller').username);
    return c.body(null, 204);
  });
  app.post(`${one}/restore` as const, needs(services, 'advanced'), async (c) => {
    const { queueId, pilotId } = c.req.param();
    await restorePilot(services, queueId, pilotId, c.get('caller').username);
    return show(c, [queueId, pilotId]);
  });
  return app;
}

// A pilot is read with the members of every type, so that it can be written as it was read.
function readOnlyOf({ type }: Record<string, unknown>): readonly string[] {
  if (type === 'email') return [...pilotReadOnly, 'number'];
  return Object.keys(pilot.shape).filter((name) => name !== 'type' && name !== 'name' && name !== 'number');
}
