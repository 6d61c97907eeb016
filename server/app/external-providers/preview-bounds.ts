import type { IANAZone } from 'luxon';
import type { Reason } from '../../../contract/explanations/presence.ts';
import type { PreviewInput } from '../../../contract/presence.ts';
import { fieldProblem } from '../http/problem.ts';
import { instantsOf, offsetAt, startOfDay, zoneOf } from './presence/local-time.ts';

/** From when to when (ms) an appointment runs, and which time of two it was. */
interface Bounds {
  start: number;
  end: number;
  reasons: Reason[];
}

/** The zone of this name. Raises 422 where there is none. */
export function readZone(name: string): IANAZone {
  const zone = zoneOf(name);
  if (!zone) throw fieldProblem('/timeZone', 'time-zone', 'There is no time zone of this name in the IANA database.');
  return zone;
}

/** The bounds of an appointment from local times of the zone, or from days. Of a time that comes twice the first one counts, at the end the first after the start. Raises 422 at a time that is none, that clocks skip, or that is before the start. */
export function readBounds({ start, end, isAllDay = false }: Pick<PreviewInput, 'start' | 'end' | 'isAllDay'>, zone: IANAZone): Bounds {
  return isAllDay ? readDays(start, end, zone) : readTimes(start, end, zone);
}

function readDays(first: string, last: string, zone: IANAZone): Bounds {
  const start = startOfDay(first, zone);
  const end = startOfDay(last, zone, 1);
  if (start === null) throw noDay('/start');
  if (end === null) throw noDay('/end');
  if (last < first) throw endsBeforeStart();
  return { start, end, reasons: [] };
}

function readTimes(first: string, last: string, zone: IANAZone): Bounds {
  const starts = readTime('/start', first, zone);
  const ends = readTime('/end', last, zone);
  const [start = 0] = starts;
  const end = ends.find((instant) => instant >= start);
  if (end === undefined) throw endsBeforeStart();
  const reasons: Reason[] = [];
  if (starts.length > 1) reasons.push({ code: 'start-twice', params: { offset: offsetAt(start, zone) } });
  if (ends.length > 1) reasons.push({ code: 'end-twice', params: { offset: offsetAt(end, zone) } });
  return { start, end, reasons };
}

function readTime(pointer: string, local: string, zone: IANAZone): number[] {
  const instants = instantsOf(local, zone);
  if (!instants) throw fieldProblem(pointer, 'local-time', 'This is not a date and time as 2026-11-25T10:00.');
  if (instants.length === 0) throw fieldProblem(pointer, 'time-skipped', 'This time does not exist: clocks are put forward then.');
  return instants;
}

function noDay(pointer: string) {
  return fieldProblem(pointer, 'local-date', 'This is not a date as 2026-11-25.');
}

function endsBeforeStart() {
  return fieldProblem('/end', 'end-before-start', 'The end is before the start.');
}
