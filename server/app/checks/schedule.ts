import type { CheckRow, Repositories } from '../../store.ts';
import type { Context } from '../context.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { nextChange } from '../http/long-poll.ts';
import { readRow } from '../sign-in/rows.ts';
import { started } from './repeat.ts';

const hour = 3_600_000;
const afterFault = 5_000;
const never = Number.POSITIVE_INFINITY;

interface Starts {
  /** Runs a check that is stored as running. */
  again(row: CheckRow): Promise<void>;
  hourly(): Promise<void>;
}

/** Starts the checks that come by themselves, each when it is due by what the store says; so a restart goes on where it was. Ends with the signal. */
export async function keepChecks({ ports }: Context, signal: AbortSignal, { again, hourly }: Starts): Promise<void> {
  const { store, clock, log } = ports;
  while (!signal.aborted) {
    const changed = nextChange(store, signal);
    try {
      const now = clock.now();
      const { waiting, hourlyAt } = await store.transaction(readDue);
      const waitsUntil = waiting ? Date.parse(waiting.repeat?.nextAt ?? now.toISOString()) : never;
      if (waiting && waitsUntil <= now.getTime()) {
        const row = await begin(waiting);
        if (row) await again(row);
      } else if (hourlyAt <= now.getTime()) await hourly();
      else await clock.sleep(Math.min(waitsUntil - now.getTime(), hourlyAt - now.getTime(), hour), changed.signal);
    } catch (error) {
      log.error({ error: String(error) }, 'the keeper of checks failed');
      await clock.sleep(afterFault, signal);
    } finally {
      changed.end();
    }
  }

  // Somebody may have cancelled it, or had it run, meanwhile.
  function begin({ id }: CheckRow): Promise<CheckRow | null> {
    return store.transaction(async (rows) => {
      const row = await rows.checks.get(id);
      if (row?.state !== 'waiting') return null;
      const next = started(row, clock.now());
      await rows.checks.put(next);
      return next;
    });
  }
}

// An hour after the last check or change; not without a sign-in, and not beside a check that runs or will run again.
async function readDue(rows: Repositories): Promise<{ waiting: CheckRow | null; hourlyAt: number }> {
  const [waiting = null] = (await rows.checks.list({ state: 'waiting', limit: 1 })).items;
  const { configured, settings } = await readSettings(rows);
  const canSignIn = settings.authMethod !== 'microsoft-oauth' || (await readRow(rows)).current !== null;
  const running = (await rows.checks.list({ state: 'running', draft: false, limit: 1 })).items.length > 0;
  if (!configured || !canSignIn || waiting || running) return { waiting, hourlyAt: never };
  const [last] = (await rows.checks.list({ draft: false, limit: 1 })).items;
  const from = [settings.changedAt, last?.endedAt, last?.startedAt].filter((at) => at !== null && at !== undefined).map((at) => Date.parse(at));
  return { waiting, hourlyAt: Math.max(0, ...from) + hour };
}
