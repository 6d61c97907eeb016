import { DateTime, IANAZone } from 'luxon';

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
// Years in which calendars are planned.
const datePattern = /^2\d{3}-\d\d-\d\d$/;
const timePattern = /^2\d{3}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;

/** A time zone by its name in the IANA database, or null where there is none. */
export function zoneOf(name: string): IANAZone | null {
  // Offsets as +02:00 are no zones.
  if (!/^[a-z]/i.test(name)) return null;
  try {
    return IANAZone.create(new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone);
  } catch {
    return null;
  }
}

/** The instants (ms) at which clocks of the zone show a local time as `2026-11-25T10:00`, in their order: two where clocks are put back, none where they skip it; null where it is no time of a day in the years 2000 to 2999. */
export function instantsOf(local: string, zone: IANAZone): number[] | null {
  if (!timePattern.test(local)) return null;
  const read = DateTime.fromISO(local, { zone: 'utc' });
  if (!read.isValid) return null;
  const shown = read.toMillis();
  // Of the distances from UTC before and after, those count that hold at the instant which they lead to.
  const offsets = new Set([zone.offset(shown - dayMs), zone.offset(shown + dayMs)]);
  return [...offsets].map((minutes) => shown - minutes * minuteMs).filter((instant) => instant + zone.offset(instant) * minuteMs === shown).sort((a, b) => a - b);
}

/** The first instant (ms) of a day as `2026-11-25` in the zone, or of the day so many days later; null where it is no day. */
export function startOfDay(date: string, zone: IANAZone, daysLater = 0): number | null {
  if (!datePattern.test(date)) return null;
  const day = DateTime.fromISO(date, { zone: 'utc' }).plus({ days: daysLater });
  if (!day.isValid) return null;
  const local = day.toISODate();
  // Some zones put their clocks on at midnight: luxon answers the first time after the gap.
  return instantsOf(`${local}T00:00`, zone)?.[0] ?? DateTime.fromISO(local, { zone }).toMillis();
}

/**
 * Makes the way from a bound of an all-day appointment, as Exchange says it, to the midnight (ms) of that day in the zone of the user.
 * Graph says it as midnight in UTC, whatever the zone; EWS as midnight of the calendar's own zone, which is the nearest one of the user's.
 */
export function midnights(zone: IANAZone): (bound: number) => number {
  const known = new Map<number, number>();
  return (bound) => {
    const found = known.get(bound);
    if (found !== undefined) return found;
    const local = bound % dayMs === 0 ? DateTime.fromMillis(bound, { zone: 'utc' }) : DateTime.fromMillis(bound, { zone }).plus({ hours: 12 });
    const midnight = startOfDay(local.toISODate() ?? '', zone) ?? bound;
    known.set(bound, midnight);
    return midnight;
  };
}

/** How far the zone is from UTC at an instant (ms), as `UTC+2` or `UTC+10:30`. */
export function offsetAt(instant: number, zone: IANAZone): string {
  return DateTime.fromMillis(instant, { zone }).toFormat("'UTC'Z");
}
