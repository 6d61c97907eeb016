import type { Repositories, SignInRow } from '../../store.ts';
import type { Context } from '../context.ts';
import { nextChange } from '../http/long-poll.ts';
import { pollOnce } from './poll.ts';
import { readSettings } from '../email-forwarding/settings.ts';
import { readRow } from './rows.ts';

const longest = 3_600_000;
const afterFault = 5_000;

/** Polls for pending codes and refreshes tokens, each when it is due by what the store says; so a restart goes on where it was. Ends with the signal. */
export async function keepSignIns(context: Context, refresh: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  const { store, clock, log } = context.ports;
  while (!signal.aborted) {
    const changed = nextChange(store, signal);
    try {
      const row = await store.transaction(readWork);
      const now = clock.now().getTime();
      const { pending, current } = row;
      if (pending && duePoll(pending) <= now) await pollOnce(context, pending);
      else if (current && Date.parse(current.nextRefreshAt) <= now) await refresh();
      else await clock.sleep(Math.min(untilDue(row, now), longest), changed.signal);
    } catch (error) {
      log.error({ error: String(error) }, 'the sign-in keeper failed');
      await clock.sleep(afterFault, signal);
    } finally {
      changed.end();
    }
  }
}

// Under another method there is nothing to do: Microsoft is not asked.
async function readWork(rows: Repositories): Promise<Pick<SignInRow, 'pending' | 'current'>> {
  const { settings } = await readSettings(rows);
  return settings.authMethod === 'microsoft-oauth' ? readRow(rows) : { pending: null, current: null };
}

// At its end a code is polled for no more, but noticed as expired.
function duePoll(pending: NonNullable<SignInRow['pending']>): number {
  return Math.min(Date.parse(pending.nextPollAt), Date.parse(pending.expiresAt));
}

function untilDue({ pending, current }: Pick<SignInRow, 'pending' | 'current'>, now: number): number {
  const due = [pending && duePoll(pending), current && Date.parse(current.nextRefreshAt)].filter((at) => at !== null);
  return due.length === 0 ? longest : Math.max(Math.min(...due) - now, 0);
}
