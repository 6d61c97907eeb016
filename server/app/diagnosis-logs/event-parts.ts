import type { Language } from '../../../contract/fields.ts';
import type { EventRow } from '../../event-rows.ts';
import type { Store } from '../../store.ts';
import { eventFormats } from '../events/download.ts';
import { readEvents } from '../events/read.ts';
import { showEvent } from '../events/show.ts';
import { safeJson, type Count, type Part } from './part.ts';

/** From an instant up to, but without, another, both RFC 3339 with milliseconds. */
export interface Range {
  from: string;
  to: string;
}

/** The event log as JSON lines and as CSV, the newest event first, with its sentences in this language. */
export function eventParts(store: Store, range: Range, language: Language, count: Count): Part[] {
  const [lines, csv] = ['event-log/events.jsonl', 'event-log/events.csv'] as const;
  return [
    { name: lines, text: linesOf(counted(readEvents(store, range), (events) => count(lines, events)), language) },
    { name: csv, text: eventFormats.csv.write(counted(readEvents(store, range), (events) => count(csv, events)), language) },
  ];
}

/** Events as they stand in the two files together. */
export async function eventSample(events: readonly EventRow[], language: Language): Promise<string> {
  async function* page() {
    yield events;
  }
  const pieces = [...(await Array.fromAsync(linesOf(page(), language))), ...(await Array.fromAsync(eventFormats.csv.write(page(), language)))];
  return pieces.join('');
}

async function* linesOf(pages: AsyncIterable<readonly EventRow[]>, language: Language): AsyncGenerator<string> {
  for await (const page of pages) yield page.map((row) => `${safeJson(showEvent(row, language))}\n`).join('');
}

async function* counted(pages: AsyncIterable<EventRow[]>, read: (events: number) => void): AsyncGenerator<EventRow[]> {
  read(0);
  for await (const page of pages) {
    read(page.length);
    yield page;
  }
}
