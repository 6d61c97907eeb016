import type { DiagnosisLogsInput } from '../../../contract/diagnosis-logs.ts';
import { explanationsVersion } from '../../../contract/explanations/table.ts';
import type { Language } from '../../../contract/fields.ts';
import type { Context } from '../context.ts';
import { createAddressMasker } from '../redaction/mask-addresses.ts';
import { configurationText } from './configuration.ts';
import { eventParts, type Range } from './event-parts.ts';
import { findingsText } from './findings.ts';
import { safeJson, type Listed, type Part } from './part.ts';
import { protocolParts } from './protocol-parts.ts';

const format = 1;
const leftOut = [
  { what: 'passwords, client secrets, tokens and codes', why: 'They open doors. Settings say only whether one is set, and since when.' },
  { what: 'subjects and contents of mails and appointments, and names of contacts', why: 'No diagnosis needs them.' },
  { what: 'accounts of administrators, and their sessions', why: 'They belong to this system only.' },
];

/** The files of a ZIP of diagnosis logs, in their order; the manifest comes last, with what the others turned out to hold. Events are told in this language. */
export async function* contentsOf(context: Context, input: DiagnosisLogsInput, language: Language): AsyncGenerator<Part> {
  const { ports, config } = context;
  const range = rangeOf(input);
  const { sources, maskAddresses = false } = input;
  const mask = maskAddresses ? createAddressMasker() : null;
  const files: Listed[] = [];
  const listed = (part: Part): Part => {
    const line: Listed = { name: part.name, bytes: 0, entries: null };
    files.push(line);
    return { name: part.name, text: mask ? masked(part.text, mask) : part.text, written: (bytes) => (line.bytes += bytes) };
  };
  const count = (name: string, entries: number) => {
    const line = files.find((file) => file.name === name);
    if (line) line.entries = (line.entries ?? 0) + entries;
  };

  if (sources.includes('event-log')) yield* eventParts(ports.store, range, language, count).map(listed);
  for (const [source, stored] of [['framework-protocol', 'framework'], ['uc-suite-protocols', 'uc-suite']] as const) {
    if (!sources.includes(source)) continue;
    for await (const part of protocolParts(ports.store, stored, range, count)) yield listed(part);
  }
  yield listed({ name: 'configuration.json', text: configurationText(context) });
  yield listed({ name: 'findings.json', text: lazily(() => findingsText(context)) });
  yield {
    name: 'manifest.json',
    text: lazily(async () => {
      const { authority, graph, trustedHosts, publicHosts, protocols, version, runtime } = config;
      const manifest = {
        format,
        madeAt: ports.clock.now().toISOString(),
        postern: version,
        explanations: explanationsVersion,
        runtime,
        store: ports.store.kind,
        environment: { authority, graph, trustedHosts, publicHosts, protocols },
        sources,
        ...range,
        addressesMasked: maskAddresses,
        files,
        leftOut: [...leftOut, ...notAsked(sources)],
      };
      return `${safeJson(manifest, 2)}\n`;
    }),
  };
}

/** The range as the store compares instants. */
export function rangeOf({ from, to }: Pick<DiagnosisLogsInput, 'from' | 'to'>): Range {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

function notAsked(sources: DiagnosisLogsInput['sources']) {
  return (['event-log', 'framework-protocol', 'uc-suite-protocols'] as const).filter((source) => !sources.includes(source)).map((what) => ({ what, why: 'Not chosen.' }));
}

async function* masked(text: AsyncIterable<string>, mask: (text: string) => string): AsyncGenerator<string> {
  for await (const piece of text) yield mask(piece);
}

async function* lazily(text: () => Promise<string>): AsyncGenerator<string> {
  yield await text();
}
