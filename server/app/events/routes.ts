import { Hono } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { mostEventsCounted } from '../../../contract/events.ts';
import type { Language } from '../../../contract/fields.ts';
import type { EventFilter } from '../../event-rows.ts';
import type { Caller, RequestState, Services } from '../context.ts';
import { needs } from '../http/guard.ts';
import { whenNewer } from '../http/long-poll.ts';
import { pageSize } from '../http/page.ts';
import { fieldProblem, ProblemError } from '../http/problem.ts';
import { streamText } from '../http/stream-text.ts';
import { askedEvents } from './asked.ts';
import { eventFormats } from './download.ts';
import { readEvents } from './read.ts';
import { record } from './record.ts';
import { showEvent } from './show.ts';

/** The record of events, the newest first. */
export function eventRoutes(services: Services): Hono<RequestState> {
  const { ports } = services;
  const app = new Hono<RequestState>();

  const download = async (caller: Caller, filter: EventFilter, format: string, language: Language): Promise<Response> => {
    if (format !== 'csv' && format !== 'json') throw fieldProblem('/format', 'format', 'Use csv or json.');
    if (caller.role === 'basic') throw new ProblemError('forbidden');
    const { type, write } = eventFormats[format];
    const body = await streamText(write(readEvents(ports.store, filter), language));
    await record(ports, { kind: 'event-log-downloaded', function: null, actor: caller.username, params: { format } });
    const name = `event-log-${ports.clock.now().toISOString().slice(0, 10)}.${format}`;
    return new Response(body, { headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` } });
  };

  app.get(api.events, needs(services, 'basic'), async (c) => {
    const filter = askedEvents(c);
    const format = c.req.query('format');
    if (format !== undefined) return download(c.get('caller'), filter, format, c.get('language'));
    const limit = pageSize(c.req.query('page[size]'));
    const after = c.req.query('page[after]');
    if (after !== undefined && !/^[\w-]{1,64}$/.test(after)) throw fieldProblem('/page[after]', 'type', 'Use the `next` of the page before.');
    const known = c.req.query('after');
    if (known !== undefined) await whenNewer(ports, known, c.req.raw.signal, async () => ({ version: await ports.store.transaction((rows) => rows.events.newest(filter)) }));
    const { items: found, counted, newest: version } = await ports.store.transaction((rows) => rows.events.page({ ...filter, after, limit: limit + 1, most: mostEventsCounted + 1 }));
    const items = found.slice(0, limit).map((row) => showEvent(row, c.get('language')));
    return c.json({ items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null, total: Math.min(counted, mostEventsCounted), more: counted > mostEventsCounted, version });
  });

  app.get(`${api.events}/:id`, needs(services, 'basic'), async (c) => {
    const row = await ports.store.transaction((rows) => rows.events.get(c.req.param('id') ?? ''));
    if (!row) throw new ProblemError('not-found');
    return c.json(showEvent(row, c.get('language')));
  });

  return app;
}
