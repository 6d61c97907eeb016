import { Hono, type Context as HonoContext } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { emailForwardingInput, emailForwardingReadOnly } from '../../../contract/email-forwarding.ts';
import type { RequestState, Services } from '../context.ts';
import { readBody } from '../http/body.ts';
import { needs } from '../http/guard.ts';
import { etag } from '../http/etag.ts';
import { readSettings, removeSettings, saveSettings } from './settings.ts';

/** The settings of E-mail forwarding. */
export function emailForwardingRoutes(services: Services): Hono<RequestState> {
  const app = new Hono<RequestState>();
  const show = async (c: HonoContext<RequestState>, removedSecrets: string[] = []) => {
    const { settings, version } = await services.ports.store.transaction(readSettings);
    return c.json({ ...settings, ...(removedSecrets.length > 0 && { removedSecrets }) }, 200, { ETag: etag(version) });
  };

  app.get(api.emailForwarding, needs(services, 'basic'), (c) => show(c));

  app.put(api.emailForwarding, needs(services, 'advanced'), async (c) => {
    const input = await readBody(c.req.raw, emailForwardingInput, emailForwardingReadOnly);
    const removedSecrets = await saveSettings(services, input, c.req.header('If-Match'), c.get('caller').username);
    return show(c, removedSecrets);
  });

  app.delete(api.emailForwarding, needs(services, 'advanced'), async (c) => {
    await removeSettings(services, c.req.header('If-Match'), c.get('caller').username);
    return c.body(null, 204);
  });

  return app;
}
