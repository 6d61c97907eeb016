/** What stands in the fields of Try a subject; local times as `2026-11-25T10:00`. */
export interface Planned {
  subject: string;
  start: string;
  end: string;
  isAllDay: boolean;
}

const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;
// Of what begins sooner it is not certain that it counts.
const certainLeadMs = 3.5 * minuteMs;

/** Half an hour from the next quarter on that is not too near. `now` in ms. */
export function nextHalfHour(now: number): Pick<Planned, 'start' | 'end'> {
  const start = Math.ceil((now + certainLeadMs) / quarterMs) * quarterMs;
  return { start: localTime(start), end: localTime(start + 2 * quarterMs) };
}

/** The appointment with another start; it lasts as long as before. */
export function startingAt<Of extends Planned>(planned: Of, start: string): Of {
  const by = Date.parse(start) - Date.parse(planned.start);
  const end = Date.parse(planned.end) + by;
  return { ...planned, start, end: Number.isNaN(end) ? planned.end : localTime(end) };
}

/** Its bounds as the API takes them. */
export function boundsOf({ start, end, isAllDay }: Planned): Pick<Planned, 'start' | 'end'> {
  return isAllDay ? { start: dayOf(start), end: dayOf(end) } : { start, end };
}

/** The day of a local time. */
export function dayOf(local: string): string {
  return local.slice(0, 10);
}

// As date and time inputs have it, on the clocks of this browser.
function localTime(instant: number): string {
  const date = new Date(instant);
  return new Date(instant - date.getTimezoneOffset() * minuteMs).toISOString().slice(0, 16);
}
