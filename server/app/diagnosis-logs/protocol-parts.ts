import { functionName, type FunctionName } from '../../../contract/functions.ts';
import type { ProtocolEntry, ProtocolRange } from '../../protocol-rows.ts';
import type { Store } from '../../store.ts';
import type { Range } from './event-parts.ts';
import type { Count, Part } from './part.ts';

// Few enough that little is held, whatever they are: each has 64 KiB at most.
const pageSize = 64;
const folders = { 'framework': 'framework-protocol', 'uc-suite': 'uc-suite-protocols' } as const;

/** How much of a source there is in a range, by function and day. */
export async function* protocolDays(store: Store, source: ProtocolEntry['source'], range: Range): AsyncGenerator<{ function: FunctionName; day: string; entries: number; bytes: number }> {
  for (const name of functionName.options) {
    const days = await store.transaction((rows) => rows.protocols.days({ source, function: name, ...range }));
    for (const day of days) yield { function: name, ...day };
  }
}

/** The protocols of a source: a text file for each function and day (UTC). */
export async function* protocolParts(store: Store, source: ProtocolEntry['source'], range: Range, count: Count): AsyncGenerator<Part> {
  for await (const { function: name, day } of protocolDays(store, source, range)) {
    const file = `${folders[source]}/${day}/${name}.txt`;
    yield { name: file, text: textOf(store, { source, function: name, ...within(range, day) }, (entries) => count(file, entries)) };
  }
}

/** The first page of a function's protocols as it stands in its file. */
export async function samplePage(store: Store, wanted: ProtocolRange): Promise<string> {
  const page = await store.transaction((rows) => rows.protocols.page({ ...wanted, limit: pageSize }));
  return page.map(show).join('');
}

async function* textOf(store: Store, wanted: ProtocolRange, read: (entries: number) => void): AsyncGenerator<string> {
  let after: ProtocolEntry | undefined;
  for (;;) {
    const page = await store.transaction((rows) => rows.protocols.page({ ...wanted, ...(after && { after }), limit: pageSize }));
    after = page.at(-1);
    if (!after) return;
    read(page.length);
    yield page.map(show).join('');
  }
}

function show({ at, kind, ref, checkId, text }: ProtocolEntry): string {
  const of = [kind, ...(ref === null ? [] : [ref]), ...(checkId === null ? [] : [`check ${checkId}`])];
  // Plain letters: one of another kind would double the memory that the whole page takes.
  return `--- ${at} ${of.join(' ')}\n${text}\n\n`;
}

function within({ from, to }: Range, day: string): Range {
  const begin = `${day}T00:00:00.000Z`;
  const end = new Date(Date.parse(begin) + 86_400_000).toISOString();
  return { from: from > begin ? from : begin, to: to < end ? to : end };
}
