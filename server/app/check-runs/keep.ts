import type { CheckRunItemRow, CheckRunRow } from '../../check-run-rows.ts';
import type { CheckRow, Repositories } from '../../store.ts';
import type { Services } from '../context.ts';
import { recordIn } from '../events/record.ts';
import { nextChange } from '../http/long-poll.ts';
import { untilStored } from '../until-stored.ts';
import { runUnderWay } from './check-runs.ts';
import { readTarget } from './target.ts';

const atOnce = 4;
const hour = 3_600_000;
const afterFault = 5_000;
const many = 100_000;

/** Carries out the run of Check everything that is stored as running, whoever started it and before whichever restart. Ends with the signal, and the run goes on at the next start. */
export async function keepCheckRuns(services: Services, signal: AbortSignal): Promise<void> {
  const { store, clock, log } = services.ports;
  while (!signal.aborted) {
    const changed = nextChange(store, signal);
    try {
      const run = await store.transaction(runUnderWay);
      if (run) await carryOut(services, run, signal);
      else await clock.sleep(hour, changed.signal);
    } catch (error) {
      log.error({ error: String(error) }, 'the keeper of runs of Check everything failed');
      await clock.sleep(afterFault, signal);
    } finally {
      changed.end();
    }
  }
}

async function carryOut(services: Services, { id, by, sendTo }: CheckRunRow, outer: AbortSignal): Promise<void> {
  const { ports, checks } = services;
  const { store } = ports;
  const stop = new AbortController();
  const signal = AbortSignal.any([outer, stop.signal]);
  // Whoever cancels does it in the store.
  const unwatch = store.watch(() => {
    store.transaction((rows) => rows.checkRuns.get(id)).then((run) => run?.state !== 'running' && stop.abort(), () => {});
  });
  const work = async () => {
    for (;;) {
      const item = signal.aborted ? null : await store.transaction((rows) => takeNext(rows, id));
      if (!item) return;
      const input = item.function === 'email-forwarding' && sendTo !== null ? { sendTo } : {};
      const check = item.target && (await checks.whole({ function: item.function, ref: item.ref, input }, by, signal));
      if (signal.aborted) return;
      await untilStored(ports, () => store.transaction((rows) => conclude(rows, id, ended(item, check, ports.clock.now()))));
    }
  };
  try {
    await store.transaction((rows) => beginAgain(rows, id));
    await Promise.all(Array.from({ length: atOnce }, work));
  } finally {
    unwatch();
    stop.abort();
  }
  if (!outer.aborted) await untilStored(ports, () => store.transaction((rows) => finish(services, rows, id)));
}

// What a former process was at is checked anew.
async function beginAgain({ checkRuns }: Repositories, runId: string): Promise<void> {
  const { items } = await checkRuns.items({ runId, state: 'running', limit: many });
  await checkRuns.putItems(runId, items.map((item) => ({ ...item, state: 'pending', target: null })));
}

async function takeNext(rows: Repositories, runId: string): Promise<CheckRunItemRow | null> {
  const run = await rows.checkRuns.get(runId);
  if (run?.state !== 'running') return null;
  const [next] = (await rows.checkRuns.items({ runId, state: 'pending', limit: 1 })).items;
  if (!next) return null;
  const item: CheckRunItemRow = { ...next, state: 'running', target: await readTarget(rows, next) };
  await rows.checkRuns.putItems(runId, [item]);
  return item;
}

// What was deleted meanwhile, and a check whose end was lost, were not checked.
function ended(item: CheckRunItemRow, check: CheckRow | null, now: Date): CheckRunItemRow {
  const endedAt = check?.endedAt ?? now.toISOString();
  if (!check?.result) return { ...item, state: 'not-checked', check: check?.id ?? null, endedAt };
  const diagnosis = check.steps.find((step) => step.diagnosis)?.diagnosis ?? null;
  return { ...item, state: check.result, check: check.id, endedAt, steps: item.ref === null ? check.steps : [], diagnosis };
}

async function conclude(rows: Repositories, runId: string, item: CheckRunItemRow): Promise<void> {
  const run = await rows.checkRuns.get(runId);
  if (run?.state !== 'running') return;
  await rows.checkRuns.putItems(runId, [item]);
  const counts = { done: run.done + 1, passed: run.passed + Number(item.state === 'passed'), failed: run.failed + Number(item.state === 'failed') };
  await rows.checkRuns.put({ ...run, ...counts, version: run.version + 1 });
}

async function finish({ ports }: Services, rows: Repositories, runId: string): Promise<void> {
  const run = await rows.checkRuns.get(runId);
  if (run?.state !== 'running') return;
  await rows.checkRuns.put({ ...run, state: 'finished', endedAt: ports.clock.now().toISOString(), version: run.version + 1 });
  await recordIn(rows, ports, { kind: 'everything-checked', function: null, actor: run.by, params: { passed: run.passed, failed: run.failed, total: run.total, run: runId } });
}
