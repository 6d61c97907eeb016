import { functionName, type FunctionName } from '../../../contract/functions.ts';
import type { CheckRow, Repositories } from '../../store.ts';
import type { Context } from '../context.ts';
import { nextChange } from '../http/long-poll.ts';
import { checkables } from './checkables.ts';
import { started } from './repeat.ts';

const hour = 3_600_000;
const afterFault = 5_000;
const never = Number.POSITIVE_INFINITY;

interface Starts {
  /** Runs a check that is stored as running. */
  again(row: CheckRow): Promise<void>;
  /** Checks what is saved of a function. */
  hourly(name: FunctionName): Promise<void>;
}

/** Starts the checks that come by themselves, each when it is due by what the store says; so a restart goes on where it was. Ends with the signal. */
export async function keepChecks({ ports }: Context, signal: AbortSignal, { again, hourly }: Starts): Promise<void> {
  const { store, clock, log } = ports;
  while (!signal.aborted) {
    const changed = nextChange(store, signal);
    try {
      const now = clock.now();
      const { waiting, hourly: due } = await store.transaction((rows) => readDue(rows, now));
      if (waiting && waiting.at <= now.getTime()) {
        const row = await begin(waiting.row);
        if (row) await again(row);
      } else if (due.at <= now.getTime()) await hourly(due.name);
      else await clock.sleep(Math.min((waiting?.at ?? never) - now.getTime(), due.at - now.getTime(), hour), changed.signal);
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
  hourly: { name: FunctionName; at: number };
}

async function readDue(rows: Repositories, now: Date): Promise<Due> {
  const waiting = (await rows.checks.list({ state: 'waiting', limit: 200 })).items.map((row) => ({ row, at: row.repeat?.nextAt ? Date.parse(row.repeat.nextAt) : now.getTime() }));
  const running = (await rows.checks.list({ state: 'running', draft: false, limit: 200 })).items;
  const busy = new Set([...waiting.map(({ row }) => row), ...running].map((row) => row.function));
  let hourly: Due['hourly'] = { name: 'email-forwarding', at: never };
  for (const name of functionName.options) {
    const at = busy.has(name) ? never : await readHourly(rows, name);
    if (at < hourly.at) hourly = { name, at };
  }
  return { waiting: waiting.sort((a, b) => a.at - b.at)[0] ?? null, hourly };
}

// An hour after the last check or change; not without a sign-in, and not beside a check that runs or will run again.
async function readHourly(rows: Repositories, name: FunctionName): Promise<number> {
  const changedAt = await checkables[name].checkableSince(rows);
  if (changedAt === null) return never;
  const [last] = (await rows.checks.list({ function: name, draft: false, limit: 1 })).items;
  const from = [changedAt, last?.endedAt, last?.startedAt].filter((at) => at !== null && at !== undefined).map((at) => Date.parse(at));
  return Math.max(0, ...from) + hour;
}
