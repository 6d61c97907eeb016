import type { FunctionEnd, FunctionRow } from '../../../contract/functions.ts';

/** What ends on one day. */
export interface EndsOfDay {
  what: FunctionEnd['what'];
  at: string;
  whose: readonly FunctionRow[];
}

const day = 86_400_000;
// Days from now, and how far to the right they stand in percent: the near ones have more room.
const knots: readonly (readonly [days: number, percent: number])[] = [[0, 12], [30, 37], [90, 62], [365, 92]];
const longAgo = 4;
const farAway = 97;
// A mark is as wide as this on a telephone.
const widthOfMark = 8;

/** Where the marks of today, 30 and 90 days and a year stand, in percent. */
export const ticks: readonly number[] = knots.map(([, percent]) => percent);

/** What ends, the earliest first; the same on one day (UTC) is one. */
export function endsByDay(rows: readonly FunctionRow[]): EndsOfDay[] {
  const ends = rows.flatMap((row) => row.ends.map((end) => ({ ...end, row })));
  return [...Map.groupBy(ends, ({ what, at }) => `${at.slice(0, 10)} ${what}`)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => (own[0] ? [{ what: own[0].what, at: own[0].at, whose: own.map(({ row }) => row) }] : []));
}

/** How far to the right an instant stands, in percent; both in milliseconds. What was long ago, or is more than a year away, stands at the edge. */
export function placeOf(at: number, now: number): number {
  const days = (at - now) / day;
  if (days < 0) return Math.max(longAgo, 12 + days / 11.25);
  const after = knots.findIndex(([until]) => days < until);
  const [from, to] = [knots[after - 1], knots[after]];
  if (!from || !to) return farAway;
  return from[1] + ((days - from[0]) / (to[0] - from[0])) * (to[1] - from[1]);
}

/** On which line each mark stands, so that none covers another; `places` from left to right. */
export function linesOf(places: readonly number[]): number[] {
  const ends: number[] = [];
  return places.map((place) => {
    const free = ends.findIndex((end) => end <= place);
    const line = free < 0 ? ends.length : free;
    ends[line] = place + widthOfMark;
    return line;
  });
}
