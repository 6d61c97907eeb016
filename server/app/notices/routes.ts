import { Hono, type Context as HonoContext } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { noticesInput, noticesReadOnly, noticesTestInput, type Notices } from '../../../contract/notices.ts';
import type { RequestState, Services } from '../context.ts';
import { readFunctions } from '../functions/functions.ts';
import { readBody } from '../http/body.ts';
import { etag } from '../http/etag.ts';
import { needs } from '../http/guard.ts';
import { whenNewer } from '../http/long-poll.ts';
import { ProblemError, tooManyTries } from '../http/problem.ts';
import type { Limiter } from '../http/limiter.ts';
import { isCalendarKey, makeCalendarAddress, revokeCalendarAddress } from './calendar-key.ts';
import { readNotices, saveNotices } from './settings.ts';
import { showStatus } from './status.ts';

/** Notices: where they go, how that went, a test, and the calendar of what ends. */
export function noticeRoutes(services: Services): Hono<RequestState> {
  const { ports, config, limits } = services;
  const app = new Hono<RequestState>();
  const show = async (c: HonoContext<RequestState>, removedSecrets: string[] = []) => {
    const { settings, version } = await ports.store.transaction(readNotices);
    const shown = c.get('caller').role === 'basic' ? withoutQuery(settings) : settings;
    return c.json({ ...shown, ...(removedSecrets.length > 0 && { removedSecrets }) }, 200, { ETag: etag(version) });
  };
  const limit = (limiter: Limiter, key: string) => {
    const wait = limiter.take(key);
    if (wait > 0) throw tooManyTries(wait);
  };

  app.get(api.notices, needs(services, 'basic'), (c) => show(c));

  app.put(api.notices, needs(services, 'advanced'), async (c) => {
    const input = await readBody(c.req.raw, noticesInput, noticesReadOnly);
    return show(c, await saveNotices(services, input, c.req.header('If-Match'), c.get('caller').username));
  });

  app.get(api.noticesStatus, needs(services, 'basic'), async (c) => {
    const read = () => ports.store.transaction((rows) => showStatus(rows, ports.clock.now(), c.get('language')));
    return c.json(await whenNewer(ports, c.req.query('after'), c.req.raw.signal, read));
  });

  app.post(api.noticesTest, needs(services, 'advanced'), async (c) => {
    const input = await readBody(c.req.raw, noticesTestInput);
    const { accountId, username: actor } = c.get('caller');
    limit(limits.notices, accountId);
    const { sendTestNotice } = await import('./test-notice.ts');
    return c.json(await sendTestNotice(services, input, { actor, language: c.get('language') }, c.req.raw.signal));
  });

  app.post(api.noticesCalendarKey, needs(services, 'advanced'), async (c) => {
    limit(limits.notices, c.get('caller').accountId);
    return c.json(await makeCalendarAddress(services, c.get('caller').username), 201);
  });

  app.delete(api.noticesCalendarKey, needs(services, 'advanced'), async (c) => {
    await revokeCalendarAddress(services, c.get('caller').username);
    return c.body(null, 204);
  });

  // A calendar has no session: the key in its address is all that it has.
  app.get(api.noticesCalendar, async (c) => {
    const key = c.req.query('key') ?? '';
    const isRight = await ports.store.transaction((rows) => isCalendarKey(rows, key));
    limit(limits.calendar, isRight ? 'right' : 'wrong');
    if (!isRight) throw new ProblemError('not-found');
    const now = ports.clock.now();
    const { settings, functions } = await ports.store.transaction(async (rows) => ({ ...(await readNotices(rows)), functions: await readFunctions(rows, { now, language: 'en', withPilots: true }) }));
    // Only where a calendar asks: it takes room that is not there otherwise.
    const { calendarOf } = await import('./calendar.ts');
    const text = await calendarOf(functions, settings.language, { now, publicUrl: config.publicUrl });
    return c.body(text, 200, { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'attachment; filename="postern.ics"' });
  });

  return app;
}

// What follows the ? of an address can be a key of the receiver's.
function withoutQuery(settings: Notices): Notices {
  const { webhook } = settings;
  return { ...settings, webhook: { ...webhook, url: webhook.url.replace(/\?.*$/s, '?…') } };
}
