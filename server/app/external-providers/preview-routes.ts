import { Hono } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { renderReasons } from '../../../contract/explanations/presence.ts';
import { previewInput, type Preview } from '../../../contract/presence.ts';
import type { RequestState, Services } from '../context.ts';
import { readBody } from '../http/body.ts';
import { needs } from '../http/guard.ts';
import { readKeywords } from './keywords.ts';
import { previewAppointment } from './presence/appointment-preview.ts';
import { foldKeywords } from './presence/keyword-match.ts';
import { iso } from './presence/timeline.ts';
import { readBounds, readZone } from './preview-bounds.ts';

/** Try a subject: what an appointment would set, by the rules alone. */
export function previewRoutes(services: Services): Hono<RequestState> {
  const app = new Hono<RequestState>();

  app.post(api.preview, needs(services, 'basic'), async (c) => {
    const input = await readBody(c.req.raw, previewInput);
    const zone = readZone(input.timeZone);
    const { start, end, reasons: ofClocks } = readBounds(input, zone);
    const now = input.now === undefined ? services.ports.clock.now().getTime() : Date.parse(input.now);
    const { table } = await services.ports.store.transaction((rows) => readKeywords(rows, input.language));
    const planned = { subject: input.subject, start, end, isAllDay: input.isAllDay ?? false, isCancelled: input.isCancelled ?? false };
    const { rule, keyword, reasons, line } = previewAppointment(planned, { keywords: foldKeywords(table.keywords), autoBackToOffice: input.autoBackToOffice }, now);
    const why = renderReasons([...reasons, ...ofClocks], c.get('language'), zone.name, now);
    return c.json({ rule, keyword, why, start: iso(start), end: iso(end), line } satisfies Preview);
  });

  return app;
}
