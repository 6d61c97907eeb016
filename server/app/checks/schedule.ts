import { functionName, type FunctionName } from '../../../contract/functions.ts';
import type { CheckRow, Repositories } from '../../store.ts';
import type { Context } from '../context.ts';
import { nextChange } from '../http/long-poll.ts';
import { hour, type Next } from './checkable.ts';
import { checkables } from './checkables.ts';
import { started } from './repeat.ts';

const afterFault = 5_000;
const untilRoom = 1_000;
const never = Number.POSITIVE_INFINITY;

interface Starts {
  /** Runs a check that is stored as running. */
  again(row: CheckRow): Promise<void>;
  /** Checks what is saved of a function, or of the one of its kind that `ref` names. */
  hourly(name: FunctionName, ref: string | null): Promise<void>;
  /** Is there room for one more of these beside those that run? */
  hasRoom(): boolean;
}

/** Starts the checks that come by themselves, each when it is due by what the store says; so a restart goes on where it was. Ends with the signal. */
export async function keepChecks({ ports }: Context, signal: AbortSignal, { again, hourly, hasRoom }: Starts): Promise<void> {
  const { store, clock, log } = ports;
  while (!signal.aborted) {
    const changed = nextChange(store, signal);
    try {
      const now = clock.now();
      const { waiting, hourly: due } = await store.transaction((rows) => readDue(rows, now));
      if (waiting && waiting.at <= now.getTime()) {
        const row = await begin(waiting.row);
        if (row) await again(row);
      } else if (due.at <= now.getTime() && hasRoom()) await hourly(due.name, due.ref);
      else await clock.sleep(Math.min((waiting?.at ?? never) - now.getTime(), Math.max(due.at - now.getTime(), untilRoom), hour), changed.signal);
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

interface Due {
  /** The repeated check that runs next. */
  waiting: { row: CheckRow; at: number } | null;
  hourly: Next & { name: FunctionName };
}

async function readDue(rows: Repositories, now: Date): Promise<Due> {
  const waiting = (await rows.checks.list({ state: 'waiting', limit: 200 })).items.map((row) => ({ row, at: row.repeat?.nextAt ? Date.parse(row.repeat.nextAt) : now.getTime() }));
  let hourly: Due['hourly'] = { name: 'email-forwarding', ref: null, at: never };
  for (const name of functionName.options) {
    const next = await checkables[name].nextByItself(rows);
    if (next && next.at < hourly.at) hourly = { name, ...next };
  }
  return { waiting: waiting.sort((a, b) => a.at - b.at)[0] ?? null, hourly };
}
