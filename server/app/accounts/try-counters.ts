import type { TryRow } from '../../try-rows.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const longestPause = 15 * minute;
const freeTries = 5;

/** What is counted for an account, a source, or one from the other. Times in milliseconds. */
export interface TryCounter {
  account: string;
  source: string;
  /** How long to wait before the next try; 0: its row with this try in it, and for how long it locks if it is wrong. */
  count(row: TryRow | null, now: number): { wait: number; row: TryRow; locks: number };
  /** The row after a try that was right. */
  takeBack(row: TryRow, now: number): TryRow;
}

/** Five wrong ones are free, then each one makes wait twice as long: from a minute to fifteen. A right one, or a day without any, begins anew. */
export function pauses(account: string, source: string): TryCounter {
  return {
    account,
    source,
    count(stored, now) {
      const former = stored && Date.parse(stored.at) >= now - day ? stored : { ...empty(account, source, now), goodAt: stored?.goodAt ?? null };
      const wrong = former.wrong + 1;
      const pause = wrong < freeTries ? 0 : Math.min(longestPause, minute * 2 ** (wrong - freeTries));
      const row = { ...former, wrong, at: text(now), until: pause === 0 ? null : text(now + pause) };
      return { wait: former.until === null ? 0 : Math.max(0, Date.parse(former.until) - now), row, locks: pause };
    },
    takeBack: (row, now) => ({ ...row, wrong: 0, until: null, goodAt: text(now) }),
  };
}

/** `burst` wrong ones at once, and one more `every` milliseconds. */
export function bucket(account: string, source: string, { burst, every }: { burst: number; every: number }): TryCounter {
  return {
    account,
    source,
    count(stored, now) {
      const former = stored ?? empty(account, source, now);
      const since = Date.parse(former.at);
      const forgotten = Math.max(0, Math.floor((now - since) / every));
      const wrong = Math.max(0, former.wrong - forgotten);
      const at = wrong === 0 ? now : since + forgotten * every;
      return { wait: wrong < burst ? 0 : at + every - now, row: { ...former, wrong: wrong + 1, at: text(at) }, locks: wrong + 1 < burst ? 0 : at + every - now };
    },
    takeBack: (row) => ({ ...row, wrong: Math.max(0, row.wrong - 1) }),
  };
}

function empty(account: string, source: string, now: number): TryRow {
  return { account, source, wrong: 0, at: text(now), until: null, goodAt: null };
}

function text(instant: number): string {
  return new Date(instant).toISOString();
}
