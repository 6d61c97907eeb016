import { Hono, type Context } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { renewalInput, renewalUseState } from '../../../contract/renewal.ts';
import type { RenewalRow } from '../../renewal-rows.ts';
import type { SignInTarget } from '../../store.ts';
import type { RequestState, Services } from '../context.ts';
import { readBody } from '../http/body.ts';
import { needs } from '../http/guard.ts';
import { whenNewer } from '../http/long-poll.ts';
import { nextPage, pageOf } from '../http/page.ts';
import { fieldProblem, tooManyTries } from '../http/problem.ts';
import { readApplications, readApplicationUses } from './applications.ts';
import { readApplicationDetails } from './details.ts';
import { findGroup } from './groups.ts';
import { findRenewal, showRenewal, showRenewalUse } from './renewal/show-renewal.ts';

const one = '/api/v1/applications/:cloud/:tenantId/:applicationId';

/** The Microsoft applications in use, by whom, and the renewal of their secrets. */
export function applicationRoutes(services: Services, life: AbortSignal): Hono<RequestState> {
  const { ports, renewals, limits } = services;
  const { store, clock } = ports;
  const app = new Hono<RequestState>();
  const basic = needs(services, 'basic');
  const advanced = needs(services, 'advanced');

  const readRenewal = (target: SignInTarget): Promise<RenewalRow | null> => store.transaction(async (rows) => findRenewal(rows, await findGroup(rows, target)));
  const show = async (row: RenewalRow | null) => store.transaction((rows) => showRenewal(rows, row));

  app.get(api.applications, basic, async (c) => c.json({ items: await store.transaction(readApplications) }));
  app.get(one, basic, async (c) => c.json(await store.transaction((rows) => readApplicationDetails(rows, targetOf(c), clock.now()))));
  app.get(`${one}/uses`, basic, async (c) => {
    const { limit, offset } = pageOf(c);
    const { items, total } = await store.transaction((rows) => readApplicationUses(rows, targetOf(c), { limit, offset }));
    return c.json({ items, next: nextPage(offset, items, total), total });
  });

  app.get(`${one}/renewal`, basic, async (c) => {
    const found = await whenNewer(ports, c.req.query('after'), c.req.raw.signal, async () => {
      const row = await readRenewal(targetOf(c));
      return { row, version: row?.version ?? 0 };
    });
    return c.json(await show(found.row));
  });
  app.post(`${one}/renewal`, advanced, async (c) => {
    const input = await readBody(c.req.raw, renewalInput);
    const caller = c.get('caller');
    const wait = limits.checks.take(caller.accountId);
    if (wait > 0) throw tooManyTries(wait);
    await renewals.start(targetOf(c), input, caller.username, life);
    return c.json(await show(await readRenewal(targetOf(c))), 202);
  });
  app.delete(`${one}/renewal`, advanced, async (c) => {
    await renewals.cancel(targetOf(c), c.get('caller').username);
    return c.json(await show(await readRenewal(targetOf(c))));
  });
  app.post(`${one}/renewal/switch`, advanced, async (c) => {
    await renewals.switchAnyway(targetOf(c), life);
    return c.json(await show(await readRenewal(targetOf(c))));
  });
  app.post(`${one}/renewal/back`, advanced, async (c) => {
    await renewals.back(targetOf(c), c.get('caller').username);
    return c.json(await show(await readRenewal(targetOf(c))));
  });
  app.get(`${one}/renewal/uses`, basic, async (c) => {
    const { limit, offset } = pageOf(c);
    const states = c.req.query('state')?.split(',').map((state) => {
      const parsed = renewalUseState.safeParse(state);
      if (!parsed.success) throw fieldProblem('/state', 'type', `Use some of ${renewalUseState.options.join(', ')}, separated by commas.`);
      return parsed.data;
    });
    const row = await readRenewal(targetOf(c));
    const { items, total } = row ? await store.transaction((rows) => rows.renewals.uses({ renewalId: row.id, states, limit, offset })) : { items: [], total: 0 };
    return c.json({ items: items.map((use) => showRenewalUse(use, c.get('language'))), next: nextPage(offset, items, total), total });
  });

  return app;
}

// No settings hold control characters, and the databases take no NUL.
function targetOf(c: Context<RequestState>): SignInTarget {
  const [cloud = '', tenantId = '', applicationId = ''] = ['cloud', 'tenantId', 'applicationId'].map((name) => (c.req.param(name) ?? '').replace(/\p{Cc}/gu, '').toWellFormed());
  return { cloud, tenantId, applicationId };
}
