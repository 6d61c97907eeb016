import type { Language } from '../../../contract/fields.ts';
import { eventWords } from '../../../contract/explanations/event-words.ts';
import type { Event } from '../../../contract/events.ts';
import type { EventRow } from '../../event-rows.ts';
import { csvLine, csvStart } from './csv.ts';
import { showEvent } from './show.ts';

export const eventFormats = {
  csv: { type: 'text/csv; charset=utf-8', write: csvOf },
  json: { type: 'application/json', write: jsonOf },
} as const;

// What JSON lets stand as it is, and a terminal obeys or a reader is misled by.
const control = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

async function* csvOf(pages: AsyncIterable<readonly EventRow[]>, language: Language): AsyncGenerator<string> {
  let before = csvStart + csvLine(eventWords[language].columns);
  for await (const page of pages) {
    yield before + page.map((row) => csvLine(cellsOf(showEvent(row, language), language))).join('');
    before = '';
  }
  if (before !== '') yield before;
}

function cellsOf({ at, severity, function: name, summary, actor, kind, ref, check, params }: Event, language: Language): string[] {
  const words = eventWords[language];
  const { queue = '', ...others } = params;
  const details = Object.entries(others).map(([key, value]) => `${key}: ${value}`);
  return [at, words.severities[severity], name ? words.functions[name] : '', String(queue), summary, actor ?? '', kind, ref ?? '', check ?? '', details.join('; ')];
}

async function* jsonOf(pages: AsyncIterable<readonly EventRow[]>, language: Language): AsyncGenerator<string> {
  let before = '[\n';
  for await (const page of pages) {
    yield before + page.map((row) => JSON.stringify(showEvent(row, language)).replace(control, escaped)).join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
