import { Hono } from 'hono';
import type { Clock } from '../../server/ports.ts';
import { webhookHosts } from '../scenarios/notices.ts';
import { breakdown } from './faults.ts';
import type { PlayedMicrosoft } from './state.ts';

const kept = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

/** The receivers of notices: each takes them in, unless its host or the scenario says else. */
export function createWebhook(microsoft: PlayedMicrosoft, clock: Clock): Hono {
  const app = new Hono();
  app.use(async (c, next) => breakdown(async () => webhookHosts[new URL(c.req.url).hostname] ?? (await microsoft.scenario()).webhook)(c, next));
  app.post('*', async (c) => {
    const body = await c.req.text();
    const [id = '', timestamp = '', signature = ''] = kept.map((name) => c.req.header(name) ?? '');
    await microsoft.change((played) => {
      played.notices.push({ at: clock.now().toISOString(), url: c.req.url, headers: { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }, body });
    });
    return c.body(null, 204);
  });
  app.all('*', (c) => c.body(null, 405));
  return app;
}
