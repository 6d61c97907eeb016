import { Hono } from 'hono';
import { api } from '../../../contract/addresses.ts';
import type { CheckRunItem } from '../../../contract/check-runs.ts';
import { renderDiagnosis } from '../../../contract/explanations/render.ts';
import type { Language } from '../../../contract/fields.ts';
import type { CheckRunItemRow, CheckRunRow } from '../../check-run-rows.ts';
import { showSteps } from '../checks/show-steps.ts';
import type { RequestState, Services } from '../context.ts';
import { needs } from '../http/guard.ts';
import { whenNewer } from '../http/long-poll.ts';
import { nextPage, pageOf } from '../http/page.ts';
import { fieldProblem, ProblemError, tooManyTries } from '../http/problem.ts';
import { cancelRun, runUnderWay, startRun } from './check-runs.ts';

/** Check everything: start, watch, cancel, read. The test mail goes to the caller's own address only, so every role may. */
export function checkRunRoutes(services: Services): Hono<RequestState> {
  const { ports, limits } = services;
  const app = new Hono<RequestState>();
  const one = `${api.checkRuns}/:id`;

  const read = async (id: string): Promise<CheckRunRow> => {
    const run = await ports.store.transaction((rows) => rows.checkRuns.get(id));
    if (!run) throw new ProblemError('not-found');
    return run;
  };

  app.post(api.checkRuns, needs(services, 'basic'), async (c) => {
    const caller = c.get('caller');
    let run = await ports.store.transaction(runUnderWay);
    if (!run) {
      const wait = limits.checkRuns.take(caller.accountId);
      if (wait > 0) throw tooManyTries(wait);
      run = await startRun(services, caller);
    }
    return c.json(run, 202, { Location: api.checkRun(run.id) });
  });

  app.get(api.checkRuns, needs(services, 'basic'), async (c) => {
    const { limit, offset } = pageOf(c);
    const { items, total } = await ports.store.transaction((rows) => rows.checkRuns.list({ limit, offset }));
    return c.json({ items, next: nextPage(offset, items, total), total });
  });

  app.get(one, needs(services, 'basic'), async (c) => c.json(await whenNewer(ports, c.req.query('after'), c.req.raw.signal, () => read(c.req.param('id') ?? ''))));

  app.delete(one, needs(services, 'basic'), async (c) => {
    const { role, username } = c.get('caller');
    const id = c.req.param('id') ?? '';
    if (role === 'basic' && (await read(id)).by !== username) throw new ProblemError('forbidden');
    const run = await cancelRun(services, id, username);
    if (!run) throw new ProblemError('not-found');
    return c.json(run);
  });

  app.get(`${one}/items`, needs(services, 'basic'), async (c) => {
    const run = await read(c.req.param('id') ?? '');
    const state = c.req.query('state');
    if (state !== undefined && state !== 'passed' && state !== 'failed') throw fieldProblem('/state', 'type', 'Use passed or failed.');
    const { limit, offset } = pageOf(c);
    const { items, total } = await ports.store.transaction((rows) => rows.checkRuns.items({ runId: run.id, limit, offset, ...(state && { state }) }));
    const shown = items.map((item) => showItem(item, run, c.get('language')));
    return c.json({ items: shown, next: nextPage(offset, shown, total), total });
  });

  return app;
}

function showItem({ steps, diagnosis, ...item }: CheckRunItemRow, run: CheckRunRow, language: Language): CheckRunItem {
  const isOver = run.state !== 'running' && (item.state === 'pending' || item.state === 'running');
  return { ...item, state: isOver ? 'not-checked' : item.state, steps: showSteps(steps, language), ...(diagnosis && { diagnosis: renderDiagnosis(diagnosis, language) }) };
}
