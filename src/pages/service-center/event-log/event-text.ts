import type { Event } from '../../../../contract/events.ts';

/** An event as text for whoever helps. Its sentence stays in the language in which it was read. */
export function eventText({ id, at, severity, kind, function: name, ref, actor, check, summary, params }: Event, version: string): string {
  const given = Object.entries({ function: name, ref, by: actor, check, ...params }).filter(([, value]) => value !== null);
  return [`Postern ${version}`, `${at} ${severity} ${kind}, ${id}`, summary, ...given.map(([key, value]) => `${key}: ${value}`)].join('\n');
}
