import type { Params, StoredDiagnosis } from '../../../contract/diagnosis.ts';
import { sourceOf } from '../../../contract/secret-source.ts';
import type { CheckRow, Repositories } from '../../store.ts';
import { noteSecretUse } from '../applications/renewal/former-secret.ts';
import type { Services } from '../context.ts';
import { recordIn, type NewEvent } from '../events/record.ts';
import { noteCheck } from '../notices/standings.ts';
import { protocolLine } from '../protocols/protocol-line.ts';
import { untilStored } from '../until-stored.ts';
import type { Plan } from './checkable.ts';
import { checkables } from './checkables.ts';
import { protocolOf } from './check-protocol.ts';
import { climb } from './ladder.ts';
import { newestOnly } from './newest-only.ts';
import { createResults } from './results.ts';
import { afterRun, runNow } from './repeat.ts';

const longestMs = 120_000;
const longestOfMailboxMs = 5_000;

/** Climbs the ladder of a check that is stored as running, step by step into the store, to its end, its next waiting, or until somebody cancels it there. `outer` is the end of the process. */
export async function runCheck(services: Services, row: CheckRow, plan: Plan, outer: AbortSignal): Promise<void> {
  const { ports } = services;
  const transcript: string[] = [];
  const results = createResults(row);
  const { rungs, close } = plan({ note: (line) => transcript.push(protocolLine(line)), mailboxes: (from, found) => results.add(from, found) });
  const stop = new AbortController();
  const signal = AbortSignal.any([outer, stop.signal, AbortSignal.timeout(longestMs + (row.input.mailboxes?.length ?? 0) * longestOfMailboxMs)]);
  // Whoever cancels does it in the store, whichever process or tab runs the check.
  const unwatch = ports.store.watch(() => {
    ports.store.transaction((rows) => rows.checks.get(row.id)).then((stored) => stored?.state === 'cancelled' && stop.abort(), () => {});
  });
  const change = async (to: (stored: CheckRow, rows: Repositories) => Promise<CheckRow> | CheckRow) => {
    const found = results.unwritten();
    await ports.store.transaction(async (rows) => {
      const stored = await rows.checks.get(row.id);
      if (stored?.state !== 'running') return;
      for (const batch of found) await rows.results.put(row.id, batch.from, batch.results);
      await rows.checks.put({ ...(await to(stored, rows)), transcript, mailboxes: results.progress(), version: stored.version + 1 });
    });
    results.written(found);
  };
  // The next step does not wait for the disk.
  const written = newestOnly((changed: CheckRow['steps']) => change((stored) => ({ ...stored, steps: changed })));
  let steps = row.steps;
  let state: 'passed' | 'failed' | 'cancelled' = 'failed';
  try {
    state = await climb(rungs, {
      clock: ports.clock,
      signal,
      publish(changed) {
        steps = changed;
        written.put(changed);
      },
    });
  } catch (error) {
    ports.log.error({ check: row.id, error: String(error) }, 'a check failed without words for it');
  }
  unwatch();
  await close();
  // What a database that is away has missed is in the end, too.
  await written.settled().catch(() => {});
  protocolOf(row, steps, state, transcript).forEach(services.protocols.record);
  if (state === 'cancelled') return leave(services, row, steps, outer.aborted);
  const result = state;
  await untilStored(ports, () => change(async (stored, rows) => {
    const endedAt = ports.clock.now().toISOString();
    const before = stored.draft ? null : await lastResult(rows, stored);
    const ended: CheckRow = { ...stored, steps, ...afterRun(stored, result, ports.clock.now()), result, endedAt, since: before?.result === result ? (before.since ?? endedAt) : endedAt };
    // Of what comes by itself only news are recorded.
    const isNews = before?.result !== result || codeOf(before) !== codeOf(ended) || !(stored.automatic || (stored.repeat?.runs ?? 0) > 0);
    if (stored.draft) return ended;
    await noteCheck(rows, ended);
    await noteSecretUse(rows, ports, sourceOf(row.function, row.ref), { startedAt: stored.startedAt, token: steps.find(({ name }) => name === 'token') });
    const said = await checkables[row.function].ended?.(rows, ended);
    if (isNews) await recordIn(rows, ports, eventOf(before, ended, said));
    return ended;
  }));
}

/** The steps of a check that came to no end. */
export function withoutUnreached(steps: CheckRow['steps']): CheckRow['steps'] {
  return steps.map((step) => (step.state === 'pending' || step.state === 'running' ? { ...step, state: 'not-reached' } : step));
}

// At the end of the process a repeated check waits for the next one, and an hourly one never was.
async function leave({ ports }: Services, { id }: CheckRow, steps: CheckRow['steps'], isEndOfProcess: boolean): Promise<void> {
  const now = ports.clock.now();
  await ports.store.transaction(async (rows) => {
    const stored = await rows.checks.get(id);
    if (stored?.state !== 'running') return;
    if (stored.automatic) return rows.checks.delete(id);
    if (isEndOfProcess && stored.repeat) return rows.checks.put(runNow({ ...stored, steps: withoutUnreached(steps) }, now));
    await rows.checks.put({ ...stored, state: 'cancelled', endedAt: now.toISOString(), version: stored.version + 1, steps: withoutUnreached(steps) });
  });
}

// The result before this run: that of the check's own former run, or of the check before it.
async function lastResult(rows: Repositories, { id, result, function: name, ref, ...own }: CheckRow): Promise<CheckRow | null> {
  if (result !== null) return { ...own, id, result, function: name, ref };
  const { items } = await rows.checks.list({ function: name, ref, draft: false, limit: 5 });
  return items.find((row) => row.id !== id && row.result !== null) ?? null;
}

function eventOf(before: CheckRow | null, { id, function: name, ref, by: actor, result, steps }: CheckRow, said: Params | undefined): NewEvent {
  const of = { function: name, ref, actor, check: id };
  if (result === 'failed') {
    const diagnosis = diagnosisOf({ steps });
    return { ...of, kind: 'check-failed', params: { ...diagnosis?.params, ...said, ...(diagnosis && { code: diagnosis.code }) } };
  }
  if (before?.result !== 'failed') return { ...of, kind: 'check-passed', params: { ...said } };
  return { ...of, kind: 'recovered', params: { ...said, ...(before.since && { failedSince: before.since }) } };
}

function codeOf(row: CheckRow | null): string | undefined {
  return diagnosisOf(row)?.code;
}

function diagnosisOf(row: Pick<CheckRow, 'steps'> | null): StoredDiagnosis | undefined {
  return row?.steps.find((step) => step.diagnosis)?.diagnosis ?? undefined;
}
