import type { CheckRunItemRow, CheckRunRow } from '../../check-run-rows.ts';
import type { Caller, Context } from '../context.ts';
import { recordIn } from '../events/record.ts';
import { readFunctions } from '../functions/functions.ts';
import { ProblemError } from '../http/problem.ts';
import { newId } from '../ids.ts';
import type { Repositories } from '../../store.ts';

const kept = 10;

/** The run that is under way, or null: there is one at a time. */
export async function runUnderWay(rows: Repositories): Promise<CheckRunRow | null> {
  return (await rows.checkRuns.list({ state: 'running', limit: 1 })).items[0] ?? null;
}

/** Stores a run over all that is set up, which the keeper then carries out; the test mail goes to the caller's own address. Answers the one that is under way where there is one. Raises 409 where nothing is set up. */
export function startRun({ ports, config }: Context, { username, email }: Pick<Caller, 'username' | 'email'>): Promise<CheckRunRow> {
  return ports.store.transaction(async (rows) => {
    const other = await runUnderWay(rows);
    if (other) return other;
    const now = ports.clock.now();
    const functions = await readFunctions(rows, { now, language: 'en', withPilots: true });
    const wanted = functions.filter(({ health }) => health !== 'not-set-up');
    if (wanted.length === 0) throw new ProblemError('not-configured');
    const notSetUp = functions.flatMap(({ function: name, health }) => (health === 'not-set-up' ? [name] : []));
    const hasPilots = wanted.some(({ function: name }) => name === 'queue-pilot');
    const run: CheckRunRow = {
      id: newId(ports.random),
      version: 1,
      state: 'running',
      startedAt: now.toISOString(),
      endedAt: null,
      by: username,
      productVersion: config.version,
      sendTo: email,
      total: wanted.length,
      done: 0,
      passed: 0,
      failed: 0,
      notSetUp: hasPilots ? notSetUp : [...notSetUp, 'queue-pilot'],
    };
    await rows.checkRuns.put(run);
    await rows.checkRuns.putItems(run.id, wanted.map(({ function: name, ref, queue, name: title }, position): CheckRunItemRow => ({ position, function: name, ref, queue, name: title, state: 'pending', target: null, check: null, endedAt: null, steps: [], diagnosis: null })));
    await rows.checkRuns.prune(kept);
    return run;
  });
}

/** Cancels a run; one that has ended stays as it is. Answers null where there is none. */
export function cancelRun({ ports }: Context, id: string, actor: string): Promise<CheckRunRow | null> {
  return ports.store.transaction(async (rows) => {
    const run = await rows.checkRuns.get(id);
    return run?.state === 'running' ? endRun(rows, ports, run, actor) : run;
  });
}

/** Cancels the run that is under way, if any. */
export async function cancelRunUnderWay(rows: Repositories, { ports }: Context, actor: string): Promise<void> {
  const run = await runUnderWay(rows);
  if (run) await endRun(rows, ports, run, actor);
}

async function endRun(rows: Repositories, ports: Context['ports'], run: CheckRunRow, actor: string): Promise<CheckRunRow> {
  const ended: CheckRunRow = { ...run, state: 'cancelled', endedAt: ports.clock.now().toISOString(), version: run.version + 1 };
  await rows.checkRuns.put(ended);
  await recordIn(rows, ports, { kind: 'everything-check-cancelled', function: null, actor, params: { done: run.done, total: run.total, run: run.id } });
  return ended;
}
