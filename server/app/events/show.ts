import { eventSeverity, type Event } from '../../../contract/events.ts';
import { renderEvent } from '../../../contract/explanations/events.ts';
import type { Language } from '../../../contract/fields.ts';
import type { EventRow } from '../../event-rows.ts';

/** An event as the API shows it, in the reader's language. */
export function showEvent(row: EventRow, language: Language): Event {
  const { id, at, kind, function: name, ref, actor, check, params } = row;
  return { id, at, kind, severity: eventSeverity[kind], function: name, ref, actor, check, summary: renderEvent(row, language), params };
}
