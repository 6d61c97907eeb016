import { Hono } from 'hono';
import type { SharedState } from '../../server/memory/shared-state.ts';
import type { Clock } from '../../server/ports.ts';
import { clock as realClock } from '../clock.ts';
import { createEws } from './ews.ts';
import { createGraph } from './graph.ts';
import { serviceAt } from './hosts.ts';
import { createIdentity } from './identity.ts';
import { createWebhook } from './webhook.ts';
import { playedMicrosoft, type PlayedSettings } from './state.ts';

interface MicrosoftOptions {
  /** What the played pages' paths follow: `http://localhost:8090/`, `…/simulated.html?page=/`. */
  pagesUrl: string;
  clock?: Clock;
  /** What an empty state starts with. */
  settings?: PlayedSettings;
}

/** Microsoft 365 by https, as the state's scenario plays it: at each host its service, at any other name the identity endpoints. */
export function createMicrosoft(state: SharedState, { pagesUrl, clock = realClock, settings }: MicrosoftOptions): Hono {
  const microsoft = playedMicrosoft(state, settings);
  const services = {
    'identity': createIdentity(microsoft, clock, pagesUrl),
    'exchange': createEws(microsoft, clock, 'exchange'),
    'on-premises': createEws(microsoft, clock, 'on-premises'),
    'graph': createGraph(microsoft, clock),
    'webhook': createWebhook(microsoft, clock),
  };
  const app = new Hono();
  app.use(async (c, next) => {
    await clock.sleep((await microsoft.read()).settings.latencyMs, c.req.raw.signal);
    await next();
    const { clockOffsetSeconds = 0 } = await microsoft.scenario();
    c.header('Date', new Date(clock.now().getTime() + clockOffsetSeconds * 1000).toUTCString());
  });
  app.all('*', (c) => services[serviceAt(new URL(c.req.url).hostname) ?? 'identity'].fetch(c.req.raw, c.env));
  return app;
}
