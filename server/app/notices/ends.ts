import type { FunctionRow } from '../../../contract/functions.ts';
import { noticeDays, type NoticeChannel } from '../../../contract/notices.ts';
import type { NoticeItem, ToldEnd } from '../../notice-rows.ts';
import type { Context } from '../context.ts';
import { readFunctions } from '../functions/functions.ts';
import { newId } from '../ids.ts';
import { addNotice } from './bundle.ts';

const day = 86_400_000;
// What ended longer ago is no news.
const oldest = -60;

/** In how many days something ends, begun ones counted whole; 0 or fewer once it has. */
export function daysUntil(at: string, now: Date): number {
  return Math.ceil((Date.parse(at) - now.getTime()) / day) + 0;
}

/** Which of the days before an end is to be told now: the nearest that is past, unless it was told of this end. Null: none. */
export function dueDay(at: string, told: Pick<ToldEnd, 'at' | 'days'> | null, now: Date): number | null {
  const left = daysUntil(at, now);
  const reached = left < oldest ? undefined : noticeDays.findLast((days) => left <= days);
  if (reached === undefined) return null;
  // Renewed: the days begin anew.
  const before = told && Date.parse(told.at) >= Date.parse(at) ? told.days : null;
  return before === null || reached < before ? reached : null;
}

/** Makes one notice of all that ends in 60, 30, 14, 7 and 1 days and was not told yet, for these channels. */
export function tellEnds({ ports }: Context, channels: readonly NoticeChannel[]): Promise<void> {
  const now = ports.clock.now();
  return ports.store.transaction(async (rows) => {
    const told = new Map((await rows.notices.ends()).map((end) => [keyOf(end), end]));
    const items: NoticeItem[] = [];
    for (const row of await readFunctions(rows, { now, language: 'en', withPilots: true })) {
      for (const { what, at } of row.ends) {
        const end = { function: row.function, ref: row.ref ?? '', what };
        const before = told.get(keyOf(end)) ?? null;
        const days = isSwitchedOff(what, at, now) ? null : dueDay(at, before, now);
        told.delete(keyOf(end));
        if (days !== null) items.push(itemOf(row, { what, at }));
        if (days !== null) await rows.notices.putEnd({ ...end, at, days });
        // Renewed for so long that nothing is to be told.
        else if (before && Date.parse(before.at) < Date.parse(at)) await rows.notices.deleteEnd(end);
      }
    }
    for (const gone of told.values()) await rows.notices.deleteEnd(gone);
    if (items.length > 0) await addNotice(rows, { id: newId(ports.random), kind: 'ends', at: now.toISOString(), items }, channels);
  });
}

// What Microsoft has switched off is told by the checks, where it does not work any more.
function isSwitchedOff(what: FunctionRow['ends'][number]['what'], at: string, now: Date): boolean {
  return (what === 'basic-authentication' || what === 'ews') && Date.parse(at) <= now.getTime();
}

function keyOf({ function: name, ref, what }: Pick<ToldEnd, 'function' | 'ref' | 'what'>): string {
  return `${name} ${ref} ${what}`;
}

function itemOf({ function: name, ref, queue, name: called, health }: FunctionRow, ends: FunctionRow['ends'][number]): NoticeItem {
  return { function: name, ref, queue, name: called, health, since: null, diagnosis: null, ends };
}
