import type { DiagnosisLogsEstimate, DiagnosisLogsInput } from '../../../contract/diagnosis-logs.ts';
import type { Language } from '../../../contract/fields.ts';
import { textBytes } from '../../text-bytes.ts';
import type { Context } from '../context.ts';
import { rangeOf } from './contents.ts';
import { eventSample } from './event-parts.ts';
import { protocolDays, samplePage } from './protocol-parts.ts';

// Of a file of its own: its two headers; configuration, findings and manifest; an entry's line above its text.
const ofFile = 250;
const ofFixedFiles = 4_000;
const ofPilot = 120;
const mostPilots = 10_000;
const ofEntry = 90;
const sampledEvents = 200;
const mostEvents = 10_000_000;

/** About how large the ZIP would be, and how many events and protocol entries it would hold: counted by the store, and how well it packs tried on a sample. */
export async function estimate({ ports }: Context, input: DiagnosisLogsInput, language: Language): Promise<DiagnosisLogsEstimate> {
  const { store } = ports;
  const range = rangeOf(input);
  const pilots = await store.transaction(async (rows) => (await rows.pilots.due(mostPilots)).length);
  let bytes = ofFixedFiles + pilots * ofPilot;
  let entries = 0;
  const add = async (size: number, count: number, files: number, sample: string) => {
    const sampled = textBytes(sample);
    bytes += files * ofFile + (sampled === 0 ? 0 : size * ((await deflated(sample)) / sampled));
    entries += count;
  };
  if (input.sources.includes('event-log')) {
    const { counted: count, items: newest } = await store.transaction((rows) => rows.events.page({ ...range, limit: sampledEvents, most: mostEvents }));
    const sample = await eventSample(newest, language);
    await add((textBytes(sample) / Math.max(newest.length, 1)) * count, count, 2, sample);
  }
  for (const [source, stored] of [['framework-protocol', 'framework'], ['uc-suite-protocols', 'uc-suite']] as const) {
    if (!input.sources.includes(source)) continue;
    const days = await Array.fromAsync(protocolDays(store, stored, range));
    for (const [name, ofFunction] of Map.groupBy(days, (day) => day.function)) {
      const size = ofFunction.reduce((sum, day) => sum + day.bytes + day.entries * ofEntry, 0);
      const count = ofFunction.reduce((sum, day) => sum + day.entries, 0);
      await add(size, count, ofFunction.length, await samplePage(store, { source: stored, function: name, ...range }));
    }
  }
  return { estimatedBytes: Math.round(bytes), entries };
}

async function deflated(text: string): Promise<number> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return (await new Response(packed).arrayBuffer()).byteLength;
}
