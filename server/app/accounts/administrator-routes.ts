import { Hono, type Context as HonoContext } from 'hono';
import { administratorInput, administratorReadOnly, newAdministratorInput, newAdministratorReadOnly, ownPasswordInput } from '../../../contract/administrators.ts';
import { api } from '../../../contract/addresses.ts';
import type { RequestState, Services } from '../context.ts';
import { readBody } from '../http/body.ts';
import { etag } from '../http/etag.ts';
import { needs } from '../http/guard.ts';
import { nextPage, pageOf } from '../http/page.ts';
import { addAdministrator, endSessions, listAdministrators, readAdministrator, removeAdministrator, saveAdministrator } from './administrators.ts';
import { confirmPassword } from './confirm-password.ts';

/** The accounts of administrators; each change takes the caller's own password once more. */
export function administratorRoutes(services: Services): Hono<RequestState> {
  const app = new Hono<RequestState>();
  const one = `${api.administrators}/:id` as const;
  const expert = needs(services, 'expert');
  const show = async (c: HonoContext<RequestState>, id: string, status: 200 | 201 = 200) => {
    const { shown, version } = await readAdministrator(services, id);
    return c.json(shown, status, { ETag: etag(version), ...(status === 201 && { Location: api.administrator(id) }) });
  };

  app.get(api.administrators, expert, async (c) => {
    const { limit, offset } = pageOf(c);
    const all = await listAdministrators(services);
    const items = all.slice(offset, offset + limit);
    return c.json({ items, next: nextPage(offset, items, all.length), total: all.length });
  });
  app.post(api.administrators, expert, async (c) => {
    const input = await readBody(c.req.raw, newAdministratorInput, newAdministratorReadOnly);
    await confirmPassword(services, c.get('caller'), input.ownPassword);
    return show(c, await addAdministrator(services, input, c.get('caller')), 201);
  });
  app.get(one, expert, (c) => show(c, c.req.param('id')));
  app.put(one, expert, async (c) => {
    const id = c.req.param('id');
    const input = await readBody(c.req.raw, administratorInput, administratorReadOnly);
    await confirmPassword(services, c.get('caller'), input.ownPassword);
    await saveAdministrator(services, id, input, c.req.header('If-Match'), c.get('caller'));
    return show(c, id);
  });
  app.delete(one, expert, async (c) => {
    const { ownPassword } = await readBody(c.req.raw, ownPasswordInput);
    await confirmPassword(services, c.get('caller'), ownPassword);
    await removeAdministrator(services, c.req.param('id'), c.req.header('If-Match'), c.get('caller'));
    return c.body(null, 204);
  });
  app.delete(`${one}/sessions` as const, expert, async (c) => {
    const { ownPassword } = await readBody(c.req.raw, ownPasswordInput);
    await confirmPassword(services, c.get('caller'), ownPassword);
    await endSessions(services, c.req.param('id'), c.get('caller'));
    return c.body(null, 204);
  });
  return app;
}
