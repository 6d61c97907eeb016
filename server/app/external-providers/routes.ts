import { Hono, type Context as HonoContext } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { exchangeCalendarInput, exchangeDirectoryInput, providerReadOnly, type ProviderName } from '../../../contract/external-providers.ts';
import type { RequestState, Services } from '../context.ts';
import { readBody } from '../http/body.ts';
import { etag } from '../http/etag.ts';
import { needs } from '../http/guard.ts';
import { readProvider, removeProvider, saveProvider } from './settings.ts';

const providers = [
  { name: 'exchange-calendar', address: api.exchangeCalendar, body: exchangeCalendarInput },
  { name: 'exchange-directory', address: api.exchangeDirectory, body: exchangeDirectoryInput },
] as const;

/** The settings of the external providers. */
export function providerRoutes(services: Services): Hono<RequestState> {
  const app = new Hono<RequestState>();
  const show = async (c: HonoContext<RequestState>, name: ProviderName, removedSecrets: string[] = []) => {
    const { settings, version } = await services.ports.store.transaction((rows) => readProvider(rows, name));
    return c.json({ ...settings, ...(removedSecrets.length > 0 && { removedSecrets }) }, 200, { ETag: etag(version) });
  };

  for (const { name, address, body } of providers) {
    app.get(address, needs(services, 'basic'), (c) => show(c, name));
    app.put(address, needs(services, 'advanced'), async (c) => {
      const input = await readBody(c.req.raw, body, providerReadOnly);
      return show(c, name, await saveProvider(services, name, input, c.req.header('If-Match'), c.get('caller').username));
    });
    app.delete(address, needs(services, 'advanced'), async (c) => {
      await removeProvider(services, name, c.req.header('If-Match'), c.get('caller').username);
      return c.body(null, 204);
    });
  }
  return app;
}
