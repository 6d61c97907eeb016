import { eventSeverity } from '../../../contract/events.ts';
import type { EventRow, Store } from '../../store.ts';
import { harmless } from '../protocols/protocol-line.ts';
import { safeJson, type Count, type Part } from './part.ts';

const pageSize = 200;
const columns = ['at', 'severity', 'kind', 'function', 'ref', 'actor', 'params'] as const;

/** From an instant up to, but without, another, both RFC 3339 with milliseconds. */
export interface Range {
  from: string;
  to: string;
}

/** The events of a range, the newest first, a page of the store at a time. */
export async function* eventsOf(store: Store, { from, to }: Range): AsyncGenerator<EventRow[]> {
  let after: string | undefined;
  for (;;) {
    const { items } = await store.transaction((rows) => rows.events.list({ ...(after !== undefined && { after }), limit: pageSize }));
    const found = items.filter(({ at }) => at >= from && at < to);
    if (found.length > 0) yield found;
    const last = items.at(-1);
    if (!last || last.at < from) return;
    after = last.id;
  }
}

/** The event log as JSON lines and as CSV. */
export function eventParts(store: Store, range: Range, count: Count): Part[] {
  return [
    { name: 'event-log/events.jsonl', text: lines('event-log/events.jsonl', (event) => safeJson({ ...event, severity: eventSeverity[event.kind] })) },
    { name: 'event-log/events.csv', text: lines('event-log/events.csv', csvLine, `${columns.join(',')}\r\n`) },
  ];

  async function* lines(name: string, show: (event: EventRow) => string, head = ''): AsyncGenerator<string> {
    count(name, 0);
    if (head) yield head;
    for await (const page of eventsOf(store, range)) {
      count(name, page.length);
      yield page.map((event) => `${show(event)}${head ? '\r\n' : '\n'}`).join('');
    }
  }
}

function csvLine(event: EventRow): string {
  const row = { ...event, severity: eventSeverity[event.kind], params: JSON.stringify(event.params) };
  return columns.map((column) => cell(row[column] ?? '')).join(',');
}

// RFC 4180; what a spreadsheet would take for a formula gets an apostrophe in front.
function cell(text: string): string {
  const shown = harmless(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  return /[",]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
