import type { LinePoint, Presence } from '../../../../../contract/presence.ts';

/** A stretch of the presence line; instants in ms. */
export interface Stretch {
  from: number;
  to: number;
  presence: Presence;
  announcedReturn: string | null;
  /** Nothing changes but the announced return. */
  isExtension: boolean;
}

/** Where an instant (ms) stands, in percent of the width. */
export type Scale = (instant: number) => number;

const minuteMs = 60_000;

/** The presence line between two instants (ms) as stretches; before its first point it is Office. */
export function stretchesOf(line: readonly LinePoint[], from: number, to: number): Stretch[] {
  const points = line.map(({ at, ...rest }) => ({ ...rest, from: Date.parse(at) }));
  if (!points[0] || points[0].from > from) points.unshift({ presence: 'office', announcedReturn: null, from });
  return points.map((point, at) => ({ ...point, to: points[at + 1]?.from ?? to, isExtension: points[at - 1]?.presence === point.presence }));
}

/** Each minute has the same room. */
export function evenScale(from: number, to: number): Scale {
  return (instant) => ((Math.min(Math.max(instant, from), to) - from) / (to - from)) * 100;
}

/** Half a minute can be seen beside half a day: the longer a stretch between two of these instants (ms) is, the less room has each of its minutes. */
export function shortenedScale(instants: readonly number[]): Scale {
  const stops = [...new Set(instants)].sort((a, b) => a - b);
  const places = [0];
  for (const [at, stop] of stops.slice(1).entries()) places.push((places[at] ?? 0) + Math.log2(1 + ((stop - (stops[at] ?? stop)) * 2) / minuteMs));
  const whole = places.at(-1) ?? 1;
  return (instant) => {
    const next = Math.max(stops.findIndex((stop) => stop >= instant), 1);
    const [left = 0, right = 1, from = 0, to = 1] = [stops[next - 1], stops[next], places[next - 1], places[next]];
    return ((from + ((to - from) * (instant - left)) / (right - left)) / whole) * 100;
  };
}

/** The instants (ms) at which clocks here show 0, 6, 12 and 18 o'clock. */
export function quartersOfDay(from: number, to: number): number[] {
  const hour = new Date(from);
  hour.setMinutes(0, 0, 0);
  const hours = Array.from({ length: Math.ceil((to - from) / (60 * minuteMs)) }, (_, at) => hour.getTime() + (at + 1) * 60 * minuteMs);
  return hours.filter((at) => at < to && new Date(at).getHours() % 6 === 0);
}
