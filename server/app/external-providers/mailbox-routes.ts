import { Hono } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { directorySearchInput, type DirectorySearch } from '../../../contract/directory.ts';
import { renderDiagnosis } from '../../../contract/explanations/render.ts';
import { mailboxPreviewInput, type MailboxPreview } from '../../../contract/presence.ts';
import type { Caller, RequestState, Services } from '../context.ts';
import { diagnoseExchange } from '../diagnosis/exchange.ts';
import { record } from '../events/record.ts';
import { readBody } from '../http/body.ts';
import { needs } from '../http/guard.ts';
import { tooManyTries } from '../http/problem.ts';
import { withProtocol } from '../protocols/look.ts';
import { connect } from './connection.ts';
import { searchDirectory } from './directory-search.ts';
import { readCalendar } from './exchange/calendar.ts';
import { readKeywords } from './keywords.ts';
import { foldKeywords } from './presence/keyword-match.ts';
import { previewMailbox } from './presence/mailbox-preview.ts';
import { readZone } from './preview-bounds.ts';

const hourMs = 3_600_000;
const mostAppointments = 1000;

/** An answer before it is known what was said for it. */
type Silent<Answer> = Omit<Answer, 'transcript'>;

/** What looks into a mailbox or a public folder for the admin who asks. */
export function mailboxRoutes(services: Services): Hono<RequestState> {
  const { ports, limits } = services;
  const app = new Hono<RequestState>();

  const take = ({ accountId }: Caller) => {
    const wait = limits.checks.take(accountId);
    if (wait > 0) throw tooManyTries(wait);
  };

  // Whose calendar somebody looked at is recorded, whatever came of it.
  app.post(api.mailboxPreview, needs(services, 'advanced'), async (c) => {
    const { mailbox, timeZone, language, autoBackToOffice } = await readBody(c.req.raw, mailboxPreviewInput);
    const zone = readZone(timeZone);
    const caller = c.get('caller');
    take(caller);
    const reader = c.get('language');
    const { signal } = c.req.raw;
    const look = async (listening: Services, note: (line: string) => void): Promise<Silent<MailboxPreview>> => {
      const connection = await connect(listening, 'exchange-calendar');
      await record(ports, { kind: 'mailbox-previewed', function: 'exchange-calendar', actor: caller.username, params: { mailbox } });
      const now = ports.clock.now().getTime();
      const empty: Silent<MailboxPreview> = { mailbox, from: new Date(now).toISOString(), to: new Date(now + 24 * hourMs).toISOString(), appointments: [], line: [], more: false };
      const params = { ...connection.params, mailbox };
      if ('diagnosis' in connection) return { ...empty, diagnosis: renderDiagnosis(connection.diagnosis, reader) };
      const { place } = connection;
      try {
        // A day more on each side: Graph counts the days of an all-day appointment in UTC.
        const window = { from: new Date(now - 24 * hourMs).toISOString(), to: new Date(now + 48 * hourMs).toISOString(), limit: mostAppointments };
        const { appointments, more } = await readCalendar({ ports, mailbox, note, signal }, place, window);
        const { table } = await ports.store.transaction((rows) => readKeywords(rows, language));
        const preview = previewMailbox(mailbox, appointments, { zone, keywords: foldKeywords(table.keywords), autoBackToOffice, now, reader });
        return { ...preview, more: preview.more || more };
      } catch (error) {
        signal.throwIfAborted();
        const diagnosis = diagnoseExchange(error, { place, use: 'calendar', mailbox, now: new Date(now) }, params);
        return { ...empty, diagnosis: renderDiagnosis(diagnosis, reader) };
      }
    };
    return c.json(await withProtocol(services, { function: 'exchange-calendar', kind: 'calendar', title: `Preview of ${mailbox}` }, look, foundInCalendar));
  });

  app.post(api.directorySearch, needs(services, 'advanced'), async (c) => {
    const { name } = await readBody(c.req.raw, directorySearchInput);
    take(c.get('caller'));
    const language = c.get('language');
    const look = async (listening: Services, note: (line: string) => void): Promise<Silent<DirectorySearch>> => {
      const connection = await connect(listening, 'exchange-directory');
      if (!('diagnosis' in connection)) return searchDirectory({ ports, note }, { ...connection, name, language }, c.req.raw.signal);
      const diagnosis = renderDiagnosis(connection.diagnosis, language);
      return { items: [], total: 0, rule: null, why: diagnosis.cause, diagnosis };
    };
    return c.json(await withProtocol(services, { function: 'exchange-directory', kind: 'directory', title: 'Search of the directory' }, look, foundInDirectory));
  });

  return app;
}

// Neither a subject nor a name: what the rules made of them.
function foundInCalendar({ appointments, line, more, diagnosis }: Silent<MailboxPreview>): string[] {
  if (diagnosis) return [diagnosis.code];
  const decisions = appointments.map(({ start, end, preview: { rule, keyword } }) => `${start} to ${end}: ${rule}${keyword ? `, ${keyword.status}` : ''}`);
  const points = line.map(({ at, presence, announcedReturn }) => `presence ${presence} from ${at}${announcedReturn === null ? '' : `, return ${announcedReturn}`}`);
  return [`${appointments.length}${more ? ' and more' : ''} appointments in the next 24 hours`, ...decisions, ...points];
}

function foundInDirectory({ total, rule, diagnosis }: Silent<DirectorySearch>): string[] {
  return [diagnosis ? diagnosis.code : `${total} contacts, rule ${rule}`];
}
