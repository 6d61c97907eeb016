import { Confidential } from '../../confidential.ts';
import type { Ports } from '../../ports.ts';
import type { Repositories } from '../../store.ts';
import type { TryRow } from '../../try-rows.ts';
import { sha256 } from '../ids.ts';
import { bucket, pauses, type TryCounter } from './try-counters.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** So long a source counts as one that an account is used from. */
const familiarFor = 90 * day;
const kept = 10_000;
const all = '';

type Doors = Pick<Ports, 'store' | 'clock'>;

/** One try of a password. */
export interface Try {
  /** Seconds to wait before there is one; 0 where this one counts. */
  wait: number;
  /** For how many minutes there is none after this one, if it is wrong; 0 for none. */
  locks: number;
  /** It was right: it counts for nothing, and where it came from is remembered. */
  right(): Promise<void>;
}

/**
 * Takes a try to sign in with this name from this source, whether the name exists or not. Five wrong ones are free, then each one makes wait: a minute, two, four, eight, and never more than
 * fifteen. A source has twenty for all names together and one more every three minutes; a name has fifty from all sources and one more every fifteen minutes, but that holds nobody up whose
 * right password came from the same source within 90 days: so nobody is locked out of his own place by others. A restart forgives nothing.
 */
export async function takeSignIn(ports: Doors, username: string, source: string): Promise<Try> {
  const account = await accountKey(username);
  const place = await sha256(new Confidential(source));
  const here = [pauses(account, place), bucket(all, place, { burst: 20, every: 3 * minute })];
  const everywhere = bucket(account, all, { burst: 50, every: 15 * minute });
  return take(ports, async (rows, now) => {
    const goodAt = (await rows.tries.get(account, place))?.goodAt ?? null;
    const isFamiliar = goodAt !== null && Date.parse(goodAt) > now - familiarFor;
    return isFamiliar ? here : [...here, everywhere];
  });
}

/** Takes a try of his own password by somebody who is signed in. Five wrong ones are free, then each one makes wait as at the sign-in. */
export async function takeConfirmation(ports: Doors, accountId: string): Promise<Try> {
  const counter = pauses(await sha256(new Confidential(`confirm ${accountId}`)), all);
  return take(ports, async () => [counter]);
}

/** Forgets all wrong passwords for this name: it can sign in at once. */
export async function forgetTries(rows: Repositories, username: string): Promise<void> {
  await rows.tries.deleteOf(await accountKey(username));
}

function accountKey(username: string): Promise<string> {
  return sha256(new Confidential(`sign-in ${username.toLowerCase()}`));
}

// It counts as wrong from the start: a thousand at once are a thousand.
async function take({ store, clock }: Doors, countersFor: (rows: Repositories, now: number) => Promise<TryCounter[]>): Promise<Try> {
  let counters: TryCounter[] = [];
  const { wait, locks } = await store.transaction(async (rows) => {
    const now = clock.now().getTime();
    counters = await countersFor(rows, now);
    const counted = [];
    for (const counter of counters) counted.push(counter.count(await rows.tries.get(counter.account, counter.source), now));
    const wait = Math.max(...counted.map((one) => one.wait));
    if (wait > 0) return { wait: Math.ceil(wait / 1000), locks: 0 };
    for (const { row } of counted) await rows.tries.put(row);
    await rows.tries.prune({ before: new Date(now - day).toISOString(), goodBefore: new Date(now - familiarFor).toISOString(), keep: kept });
    return { wait: 0, locks: Math.max(...counted.map((one) => one.locks)) / minute };
  });
  const right = () =>
    store.transaction(async (rows) => {
      for (const counter of counters) {
        const row: TryRow | null = await rows.tries.get(counter.account, counter.source);
        if (row) await rows.tries.put(counter.takeBack(row, clock.now().getTime()));
      }
    });
  return { wait, locks, right };
}
