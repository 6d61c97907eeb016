import { keywordStatuses, type KeywordStatus, type LinePoint, type Presence } from '../../../../contract/presence.ts';

/** From when to when (ms, `end` is the first instant after it) an appointment sets which status. */
export interface Stay {
  start: number;
  end: number;
  status: KeywordStatus;
}

/** From `at` (ms) on this one decides; null: none does, which is Office. */
export interface Turn<Of extends Stay> {
  at: number;
  stay: Of | null;
}

const minuteMs = 60_000;
const extensionMs = 15 * minuteMs;
const extensionsShown = 4;

/**
 * Who decides when. Of appointments that overlap the one that starts later does; of those that start together the one that ends first, so that the other one comes after it; of equal ones the status that is first in the table.
 * With Auto back to office the one that runs on comes back at the end; without it nothing happens at an end. Stays without duration set nothing.
 */
export function turnsOf<Of extends Stay>(stays: readonly Of[], autoBackToOffice: boolean): Turn<Of>[] {
  const turns: Turn<Of>[] = [];
  const turn = (at: number, stay: Of | null) => {
    if (turns.at(-1)?.at === at) turns.pop();
    turns.push({ at, stay });
  };
  // The top is who decides. Each start is on top of all earlier ones.
  const running: Of[] = [];
  const end = (until: number) => {
    for (let top = running.at(-1); top && top.end <= until; top = running.at(-1)) {
      const at = top.end;
      while ((running.at(-1)?.end ?? Infinity) <= at) running.pop();
      if (autoBackToOffice) turn(at, running.at(-1) ?? null);
    }
  };
  for (const stay of stays.filter(({ start, end: until }) => until > start).sort(weakestFirst)) {
    end(stay.start);
    running.push(stay);
    turn(stay.start, stay);
  }
  end(Infinity);
  return turns;
}

function weakestFirst(a: Stay, b: Stay): number {
  return a.start - b.start || b.end - a.end || keywordStatuses.indexOf(b.status) - keywordStatuses.indexOf(a.status);
}

/** The presence line of these turns between two instants (ms): one point at `from` where something is set already, then each change. Without Auto back to office the first extensions of the announced return are shown. */
export function lineOf(turns: readonly Turn<Stay>[], autoBackToOffice: boolean, from: number, to: number): LinePoint[] {
  const points: { at: number; presence: Presence; back: number | null }[] = [];
  for (const [index, { at, stay }] of turns.entries()) {
    const next = turns[index + 1]?.at ?? Infinity;
    if (next <= from || at >= to) continue;
    if (!stay) {
      if (at > from) points.push({ at, presence: 'office', back: null });
      continue;
    }
    // How often the announced return has moved before `from`.
    const moved = autoBackToOffice || from < stay.end ? 0 : Math.floor((from - stay.end) / extensionMs) + 1;
    points.push({ at: Math.max(at, from), presence: stay.status, back: stay.end + moved * extensionMs });
    for (let count = moved; !autoBackToOffice && count < moved + extensionsShown; count++) {
      const moves = stay.end + count * extensionMs;
      if (moves < next && moves < to) points.push({ at: moves, presence: stay.status, back: moves + extensionMs });
    }
  }
  return points.map(({ at, presence, back }) => ({ at: iso(at), presence, announcedReturn: back === null ? null : iso(back) }));
}

/** An instant (ms) as RFC 3339. */
export function iso(instant: number): string {
  return new Date(instant).toISOString();
}
