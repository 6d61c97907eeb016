import { afterEach, describe, expect, test } from 'vitest';
import type { NewProtocolEntry, ProtocolEntry, Protocols } from '../protocol-rows.ts';
import type { Store } from '../store.ts';

const range = { source: 'framework', function: 'queue-pilot', from: at(0), to: at(86_400 * 10) } as const;

/** What every store keeps of protocols: run on each adapter. `open` gives an empty one. */
export function storeProtocolsContract(name: string, open: () => Promise<Store & { close?: () => Promise<void> }>): void {
  describe(`protocols: ${name}`, () => {
    let opened: (Store & { close?: () => Promise<void> }) | null = null;
    const using = async (work: (protocols: Protocols) => Promise<void>) => {
      opened = await open();
      await opened.transaction((rows) => work(rows.protocols));
    };
    afterEach(async () => {
      await opened?.close?.();
      opened = null;
    });

    test('an entry comes back as it was, whatever is in its lines', () =>
      using(async (protocols) => {
        const given: NewProtocolEntry = { ...entry('a', 1), ref: 'q/p', checkId: 'c', kind: 'check', text: `> GET /<script>\n< \\u{1b}[2J é€𝄞 ' " \\ % _\n${'x'.repeat(60_000)}` };
        await protocols.add([given]);
        const [found] = await protocols.page({ ...range, limit: 1 });
        expect(found).toMatchObject(given);
      }));

    test('a range has its own source and function only, from its first instant up to its last, the oldest first, in the order of their coming where the instant is the same', () =>
      using(async (protocols) => {
        await protocols.add([entry('late', 20), entry('first', 10), entry('second', 10), entry('before', 9), entry('end', 30)]);
        await protocols.add([{ ...entry('other', 15), function: 'exchange-calendar' }, { ...entry('uc', 15), source: 'uc-suite' }]);
        expect(ids(await protocols.page({ ...range, from: at(10), to: at(30), limit: 10 }))).toEqual(['first', 'second', 'late']);
      }));

    test('pages follow one another without a gap and without anything twice, also among entries of one instant, and when something is added meanwhile', () =>
      using(async (protocols) => {
        await protocols.add(Array.from({ length: 23 }, (_, index) => entry(`e${index}`, Math.floor(index / 10), 'x'.repeat(10))));
        const found: string[] = [];
        let after: ProtocolEntry | undefined;
        for (;;) {
          const page = await protocols.page({ ...range, ...(after && { after }), limit: 4 });
          if (page.length === 0) break;
          expect(page.length).toBeLessThanOrEqual(4);
          found.push(...ids(page));
          after = page.at(-1);
          if (found.length === 4) await protocols.add([entry('new', 5, 'x'.repeat(10))]);
        }
        expect(found).toEqual([...Array.from({ length: 23 }, (_, index) => `e${index}`), 'new']);
      }));

    test('days are counted with their entries and bytes', () =>
      using(async (protocols) => {
        await protocols.add([entry('a', 0, 'é'), entry('b', 86_399, 'xyz'), entry('c', 86_400, ''), entry('out', 86_400 * 11)]);
        expect(await protocols.days(range)).toEqual([{ day: '2026-11-24', entries: 2, bytes: 5 }, { day: '2026-11-25', entries: 1, bytes: 0 }]);
        expect(await protocols.days({ ...range, from: at(1), to: at(86_400) })).toEqual([{ day: '2026-11-24', entries: 1, bytes: 3 }]);
        expect(await protocols.days({ ...range, source: 'uc-suite' })).toEqual([]);
      }));

    test('pruned are the oldest: those before an instant, and those beyond the size, so many at a time', () =>
      using(async (protocols) => {
        await protocols.add(Array.from({ length: 10 }, (_, index) => entry(`e${index}`, index, 'x'.repeat(10))));
        const left = async () => ids(await protocols.page({ ...range, limit: 50 }));
        expect(await protocols.prune({ before: at(0), mostBytes: 100, most: 5 })).toBe(0);
        expect(await protocols.prune({ before: at(3), mostBytes: 100, most: 2 })).toBe(2);
        expect(await protocols.prune({ before: at(3), mostBytes: 100, most: 5 })).toBe(1);
        expect(await left()).toEqual(['e3', 'e4', 'e5', 'e6', 'e7', 'e8', 'e9']);
        expect(await protocols.prune({ before: at(0), mostBytes: 35, most: 50 })).toBe(4);
        expect(await left()).toEqual(['e7', 'e8', 'e9']);
      }));
  });
}

function at(seconds: number): string {
  return new Date(Date.parse('2026-11-24T00:00:00.000Z') + seconds * 1000).toISOString();
}

function entry(id: string, seconds: number, text = ''): NewProtocolEntry {
  return { id, at: at(seconds), source: 'framework', function: 'queue-pilot', ref: null, checkId: null, kind: 'pop3', text };
}

function ids(entries: readonly ProtocolEntry[]): string[] {
  return entries.map(({ id }) => id);
}
