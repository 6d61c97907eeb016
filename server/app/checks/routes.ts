import { Hono } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { checkInput, type Check, type CheckInput, type MailboxResult } from '../../../contract/checks.ts';
import { functionName } from '../../../contract/functions.ts';
import type { Language } from '../../../contract/fields.ts';
import { renderDiagnosis } from '../../../contract/explanations/render.ts';
import type { CheckRow } from '../../store.ts';
import type { Caller, RequestState, Services } from '../context.ts';
import { nextPage, pageOf } from '../http/page.ts';
import { readBody } from '../http/body.ts';
import { needs } from '../http/guard.ts';
import { whenNewer } from '../http/long-poll.ts';
import type { Received } from '../secrets/received.ts';
import { fieldProblem, ProblemError, tooManyTries } from '../http/problem.ts';
import { showSteps } from './show-steps.ts';

/** Checks: start, watch, cancel, read. */
export function checkRoutes(services: Services, life: AbortSignal): Hono<RequestState> {
  const { ports, checks, limits } = services;
  const app = new Hono<RequestState>();
  const one = api.check(':id').replace('%3A', ':');

  const read = async (id: string): Promise<CheckRow> => {
    const row = await ports.store.transaction((rows) => rows.checks.get(id));
    if (!row) throw new ProblemError('not-found');
    return row;
  };

  app.post(api.checks, needs(services, 'basic'), async (c) => {
    const input = await readBody(c.req.raw, checkInput);
    const caller = c.get('caller');
    allow(caller, input);
    const wait = limits.checks.take(caller.accountId);
    if (wait > 0) throw tooManyTries(wait);
    const row = await checks.start(input, caller.username, life);
    return c.json(showCheck(row, c.get('language')), 202, { Location: api.check(row.id) });
  });

  app.get(api.checks, needs(services, 'basic'), async (c) => {
    const wanted = c.req.query('function');
    const parsed = wanted === undefined ? undefined : functionName.safeParse(wanted);
    if (parsed?.success === false) throw fieldProblem('/function', 'function', 'There is no function of this name.');
    const { limit, offset } = pageOf(c);
    const ref = c.req.query('ref');
    const filter = { limit, offset, ...(parsed && { function: parsed.data }), ...(ref !== undefined && { ref }) };
    const { items, total } = await ports.store.transaction((rows) => rows.checks.list(filter));
    return c.json({ items: items.map((row) => showCheck(row, c.get('language'))), next: nextPage(offset, items, total), total });
  });

  app.get(one, needs(services, 'basic'), async (c) => {
    const row = await whenNewer(ports, c.req.query('after'), c.req.raw.signal, () => read(c.req.param('id') ?? ''));
    return c.json(showCheck(row, c.get('language')));
  });

  app.delete(one, needs(services, 'basic'), async (c) => {
    const { role, username } = c.get('caller');
    // Who only reads ends what he has started himself.
    if (role === 'basic' && (await read(c.req.param('id') ?? '')).by !== username) throw new ProblemError('forbidden');
    const row = await checks.cancel(c.req.param('id') ?? '', username);
    if (!row) throw new ProblemError('not-found');
    return c.json(showCheck(row, c.get('language')));
  });

  app.get(`${one}/transcript`, needs(services, 'basic'), async (c) => {
    const row = await read(c.req.param('id') ?? '');
    return c.text(`${row.transcript.join('\n')}\n`);
  });

  app.get(`${one}/results`, needs(services, 'basic'), async (c) => {
    const { id } = await read(c.req.param('id') ?? '');
    const state = c.req.query('state');
    if (state !== undefined && state !== 'pending' && state !== 'passed' && state !== 'failed') throw fieldProblem('/state', 'type', 'Use pending, passed or failed.');
    const { limit, offset } = pageOf(c);
    const { items, total } = await ports.store.transaction((rows) => rows.results.list({ checkId: id, limit, offset, ...(state && { state }) }));
    const shown = items.map(({ diagnosis, ...rest }): MailboxResult => ({ ...rest, ...(diagnosis && { diagnosis: renderDiagnosis(diagnosis, c.get('language')) }) }));
    return c.json({ items: shown, next: nextPage(offset, shown, total), total });
  });

  return app;
}

// The role `basic` checks what is saved, and sends mail to himself only.
function allow({ role, email }: Caller, asked: Received<CheckInput>): void {
  if (role !== 'basic') return;
  const isForeign = asked.function === 'email-forwarding' && asked.input.sendTo.toLowerCase() !== email?.toLowerCase();
  if (asked.draft || isForeign) throw new ProblemError('forbidden');
}

/** A check as the API shows it, in the reader's language. */
export function showCheck(row: CheckRow, language: Language): Check {
  const { id, function: name, ref, draft, state, version, startedAt, endedAt, by, repeat, mailboxes } = row;
  const steps = showSteps(row.steps, language);
  return { id, function: name, ref, draft, state, version, startedAt, endedAt, by, ...(repeat && { repeat }), steps, ...(mailboxes && { mailboxes }) };
}
