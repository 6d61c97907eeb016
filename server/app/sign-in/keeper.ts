import type { Repositories, SignInRow } from '../../store.ts';
import type { Context } from '../context.ts';
import { nextChange } from '../http/long-poll.ts';
import { pollOnce } from './poll.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { readRow } from './rows.ts';

const longest = 3_600_000;
const afterFault = 5_000;
const keepAliveMs = 24 * 3_600_000;

interface Polled {
  id: string;
  at: number;
}

/** What there is to do; `refreshAt` in milliseconds. */
type Work = Pick<SignInRow, 'pending' | 'current'> & { refreshAt: number | null };

/** Polls for pending codes and refreshes tokens, each when it is due by what the store says; so a restart goes on where it was. Ends with the signal. */
export async function keepSignIns(context: Context, refresh: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  const { store, clock, log } = context.ports;
  // Which code was asked for last, and when; before the first time the start counts, so that restarts do not ask too often.
  let polled = { id: '', at: clock.now().getTime() };
  let changed = nextChange(store, signal);
  let work: Work | null = null;
  while (!signal.aborted) {
    // What nobody has written since is not read again.
    if (changed.signal.aborted) {
      changed.end();
      changed = nextChange(store, signal);
      work = null;
    }
    try {
      work ??= await store.transaction(readWork);
      const { pending, current, refreshAt } = work;
      const now = clock.now().getTime();
      if (pending && duePoll(pending, polled) <= now) {
        polled = { id: pending.id, at: now };
        await pollOnce(context, pending);
      } else if (current && refreshAt !== null && refreshAt <= now) await refresh();
      else await clock.sleep(Math.min(untilDue(work, polled, now), longest), changed.signal);
    } catch (error) {
      log.error({ error: String(error) }, 'the sign-in keeper failed');
      work = null;
      await clock.sleep(afterFault, signal);
    }
  }
  changed.end();
}

// Under another method nobody waits for a code, and the sign-in that is kept for another day is used once a day, so that it does not end unused.
async function readWork(rows: Repositories): Promise<Work> {
  const { settings } = await readSettings(rows);
  const { pending, current } = await readRow(rows);
  if (settings.authMethod === 'microsoft-oauth') return { pending, current, refreshAt: current && Date.parse(current.nextRefreshAt) };
  return { pending: null, current, refreshAt: current && Math.max(Date.parse(current.nextRefreshAt), Date.parse(current.lastUsedAt) + keepAliveMs) };
}

// By what is stored, and an interval after the last poll. At its end a code is polled for no more, but noticed as expired.
function duePoll({ id, requestedAt, interval, nextPollAt, expiresAt }: NonNullable<SignInRow['pending']>, polled: Polled): number {
  const after = polled.id === id || Date.parse(requestedAt) < polled.at ? polled.at + interval * 1000 : 0;
  return Math.min(Math.max(Date.parse(nextPollAt), after), Date.parse(expiresAt));
}

function untilDue({ pending, refreshAt }: Work, polled: Polled, now: number): number {
  const due = [pending && duePoll(pending, polled), refreshAt].filter((at) => at !== null);
  return due.length === 0 ? longest : Math.max(Math.min(...due) - now, 0);
}
