import { Hono } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { checkInput, type Check } from '../../../contract/checks.ts';
import { functionName } from '../../../contract/functions.ts';
import type { Language } from '../../../contract/fields.ts';
import { renderDiagnosis, renderEvidence } from '../../../contract/explanations/render.ts';
import type { CheckRow } from '../../store.ts';
import type { Caller, RequestState, Services } from '../context.ts';
import { pageSize } from '../events/routes.ts';
import { readBody } from '../http/body.ts';
import { needs } from '../http/guard.ts';
import { whenNewer } from '../http/long-poll.ts';
import { fieldProblem, ProblemError, tooManyTries } from '../http/problem.ts';

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
    allow(caller, input.draft !== undefined, input.input.sendTo);
    const wait = limits.checks.take(caller.accountId);
    if (wait > 0) throw tooManyTries(wait);
    const row = await checks.start(input, caller.username, life);
    return c.json(showCheck(row, c.get('language')), 202, { Location: api.check(row.id) });
  });

  app.get(api.checks, needs(services, 'basic'), async (c) => {
    const wanted = c.req.query('function');
    const parsed = wanted === undefined ? undefined : functionName.safeParse(wanted);
    if (parsed?.success === false) throw fieldProblem('/function', 'function', 'There is no function of this name.');
    const limit = pageSize(c.req.query('page[size]'));
    const offset = Number(c.req.query('page[after]') ?? 0);
    if (!Number.isSafeInteger(offset) || offset < 0) throw fieldProblem('/page[after]', 'type', 'Use the `next` of the page before.');
    const filter = { limit, offset, ...(parsed && { function: parsed.data }) };
    const { items, total } = await ports.store.transaction((rows) => rows.checks.list(filter));
    const next = offset + items.length < total ? String(offset + items.length) : null;
    return c.json({ items: items.map((row) => showCheck(row, c.get('language'))), next, total });
  });

  app.get(one, needs(services, 'basic'), async (c) => {
    const row = await whenNewer(ports, c.req.query('after'), c.req.raw.signal, () => read(c.req.param('id') ?? ''));
    return c.json(showCheck(row, c.get('language')));
  });

  app.delete(one, needs(services, 'basic'), async (c) => {
    const row = await checks.cancel(c.req.param('id') ?? '');
    if (!row) throw new ProblemError('not-found');
    return c.json(showCheck(row, c.get('language')));
  });

  app.get(`${one}/transcript`, needs(services, 'basic'), async (c) => {
    const row = await read(c.req.param('id') ?? '');
    return c.text(`${row.transcript.join('\n')}\n`);
  });

  return app;
}

// The role `basic` checks what is saved, and sends mail to himself only.
function allow({ role, email }: Caller, draft: boolean, sendTo: string): void {
  if (role !== 'basic') return;
  if (draft || sendTo.toLowerCase() !== email?.toLowerCase()) throw new ProblemError('forbidden');
}

/** A check as the API shows it, in the reader's language. */
export function showCheck(row: CheckRow, language: Language): Check {
  const { id, function: name, ref, draft, state, version, startedAt, endedAt, by, repeat } = row;
  const steps = row.steps.map(({ diagnosis, evidence, ...step }) => ({
    ...step,
    evidence: renderEvidence(evidence, language),
    ...(diagnosis && { diagnosis: renderDiagnosis(diagnosis, language) }),
  }));
  return { id, function: name, ref, draft, state, version, startedAt, endedAt, by, ...(repeat && { repeat }), steps };
}
