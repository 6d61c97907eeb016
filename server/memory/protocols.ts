import type { NewProtocolEntry, ProtocolEntry, ProtocolRange, Protocols } from '../protocol-rows.ts';
import { textBytes } from '../text-bytes.ts';

export interface ProtocolTables {
  /** The oldest first, as they came. */
  protocols: ProtocolEntry[];
}

// All of it is one value that each transaction reads and writes: little is kept.
const mostKept = 256 * 1024;

/** The repository of protocols over a JSON value. */
export function protocolRepository(tables: ProtocolTables): Protocols {
  const inRange = ({ source, function: name, from, to }: ProtocolRange) => byPlace(tables.protocols).filter((entry) => entry.source === source && entry.function === name && entry.at >= from && entry.at < to);
  return {
    async add(entries) {
      const last = tables.protocols.at(-1)?.sequence ?? 0;
      const all = [...tables.protocols, ...entries.map((entry: NewProtocolEntry, at) => ({ ...entry, sequence: last + at + 1 }))];
      let total = 0;
      tables.protocols = all.toReversed().filter(({ text }) => (total += textBytes(text)) <= mostKept).toReversed();
    },
    async days(wanted) {
      const days = Map.groupBy(inRange(wanted), ({ at }) => at.slice(0, 10));
      return [...days].map(([day, entries]) => ({ day, entries: entries.length, bytes: entries.reduce((sum, { text }) => sum + textBytes(text), 0) }));
    },
    async page({ after, limit, ...wanted }) {
      const behind = inRange(wanted).filter((entry) => after === undefined || comparePlaces(entry, after) > 0);
      return structuredClone(behind.slice(0, limit));
    },
    async prune({ before, mostBytes, most }) {
      const oldest = byPlace(tables.protocols).slice(0, most);
      let over = tables.protocols.reduce((sum, { text }) => sum + textBytes(text), 0) - mostBytes;
      const gone = new Set(
        oldest.filter(({ at, text }) => {
          const goes = at < before || over > 0;
          if (goes) over -= textBytes(text);
          return goes;
        }),
      );
      tables.protocols = tables.protocols.filter((entry) => !gone.has(entry));
      return gone.size;
    },
  };
}

function byPlace(entries: readonly ProtocolEntry[]): ProtocolEntry[] {
  return entries.toSorted(comparePlaces);
}

function comparePlaces(a: Pick<ProtocolEntry, 'at' | 'sequence'>, b: Pick<ProtocolEntry, 'at' | 'sequence'>): number {
  if (a.at === b.at) return a.sequence - b.sequence;
  return a.at < b.at ? -1 : 1;
}
