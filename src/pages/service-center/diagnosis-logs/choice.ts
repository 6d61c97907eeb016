import type { DiagnosisLogsInput } from '../../../../contract/diagnosis-logs.ts';

/** The ranges by their hours. */
export const ranges = { 'hour': 1, 'day': 24, 'week': 7 * 24, 'fortnight': 14 * 24 } as const;
export type RangeName = keyof typeof ranges | 'from-to';

/** What stands in the fields; local times as `2026-11-25T10:00`. */
export interface Choice {
  eventLog: boolean;
  frameworkProtocol: boolean;
  ucSuiteProtocols: boolean;
  range: RangeName;
  from: string;
  to: string;
  maskAddresses: boolean;
}

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** What is chosen first: yesterday and today. `now` in ms. */
export function firstChoice(now: number): Choice {
  return { eventLog: true, frameworkProtocol: true, ucSuiteProtocols: false, range: 'day', from: localTime(now - ranges.day * hourMs), to: localTime(now), maskAddresses: false };
}

/** What is wrong with a choice; null where nothing is. */
export function faultOf({ eventLog, frameworkProtocol, ucSuiteProtocols, range, from, to }: Choice): 'nothing-chosen' | 'no-from' | 'no-to' | 'wrong-order' | null {
  if (!eventLog && !frameworkProtocol && !ucSuiteProtocols) return 'nothing-chosen';
  if (range !== 'from-to') return null;
  if (Number.isNaN(Date.parse(from))) return 'no-from';
  if (Number.isNaN(Date.parse(to))) return 'no-to';
  return from < to ? null : 'wrong-order';
}

/** A choice as the API takes it; ranges end at `now` (ms). */
export function inputOf({ eventLog, frameworkProtocol, ucSuiteProtocols, range, from, to, maskAddresses }: Choice, now: number): DiagnosisLogsInput {
  const chosen = { 'event-log': eventLog, 'framework-protocol': frameworkProtocol, 'uc-suite-protocols': ucSuiteProtocols } as const;
  const sources = (Object.keys(chosen) as (keyof typeof chosen)[]).filter((source) => chosen[source]);
  // What happens while it is asked for belongs to it.
  const bounds = range === 'from-to' ? [Date.parse(from), Date.parse(to)] : [now - ranges[range] * hourMs, now + minuteMs];
  const [begin = now, end = now] = bounds;
  return { sources, from: new Date(begin).toISOString(), to: new Date(end).toISOString(), maskAddresses };
}

// As date and time inputs have it, on the clocks of this browser.
function localTime(instant: number): string {
  return new Date(instant - new Date(instant).getTimezoneOffset() * minuteMs).toISOString().slice(0, 16);
}
