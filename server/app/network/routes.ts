import { Hono } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { cloud } from '../../../contract/cloud.ts';
import { functionName } from '../../../contract/functions.ts';
import { networkCheckInput, type Network, type NetworkCheck, type NetworkHost, type NetworkPlan } from '../../../contract/network.ts';
import { showSteps } from '../checks/show-steps.ts';
import type { RequestState, Services } from '../context.ts';
import { readBody } from '../http/body.ts';
import { needs } from '../http/guard.ts';
import { fieldProblem, tooManyTries } from '../http/problem.ts';
import { checkHost } from './check-host.ts';
import { plannedNeeds, readNeeds, sheetOf } from './needs.ts';

/** The hosts that the firewall must let through, for what is set up or for a plan, and a check of each. */
export function networkRoutes(services: Services): Hono<RequestState> {
  const { ports, config, limits } = services;
  const app = new Hono<RequestState>();
  const readSetUp = () => ports.store.transaction((rows) => readNeeds(rows, config));

  app.get(api.network, needs(services, 'basic'), async (c) => {
    const plan = planOf(c.req.query('cloud'), c.req.queries('function') ?? []);
    const setUp = await readSetUp();
    const answer: Network = { configured: setUp.length > 0, ...sheetOf(config, plan ? plannedNeeds(config, plan) : setUp) };
    return c.json(answer);
  });

  app.post(api.networkChecks, needs(services, 'basic'), async (c) => {
    const { host, port } = await readBody(c.req.raw, networkCheckInput);
    const wait = limits.network.take(c.get('caller').accountId);
    if (wait > 0) throw tooManyTries(wait);
    const found = (await listed()).find((one) => one.host === host.toLowerCase() && one.port === port);
    if (!found) throw fieldProblem('/host', 'not-listed', 'Only a host and port that GET /network lists are checked.');
    const at = ports.clock.now().toISOString();
    const { state, steps } = await checkHost(services, found, c.req.raw.signal);
    const answer: NetworkCheck = { host: found.host, port, at, state, steps: showSteps(steps, c.get('language')) };
    return c.json(answer);
  });

  // What is set up, and whatever a plan can list.
  async function listed(): Promise<NetworkHost[]> {
    const plans = cloud.options.flatMap((one) => plannedNeeds(config, { cloud: one, functions: functionName.options }));
    return [await readSetUp(), plans].flatMap((all) => sheetOf(config, all).hosts);
  }

  return app;
}

function planOf(inCloud: string | undefined, names: readonly string[]): NetworkPlan | null {
  if (inCloud === undefined && names.length === 0) return null;
  const found = cloud.safeParse(inCloud ?? 'global');
  if (!found.success) throw fieldProblem('/cloud', 'cloud', `Use one of ${cloud.options.join(', ')}.`);
  const functions = names.map((name) => functionName.safeParse(name));
  if (functions.some(({ success }) => !success)) throw fieldProblem('/function', 'type', `Use one of ${functionName.options.join(', ')}.`);
  return { cloud: found.data, functions: functions.flatMap(({ data }) => data ?? []) };
}
