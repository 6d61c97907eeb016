import { afterEach, describe, expect, test } from 'vitest';
import { eventKinds } from '../../contract/events.ts';
import type { EventFilter, EventRepository, EventRow } from '../event-rows.ts';
import type { Store } from '../store.ts';

/** What every store keeps of events, and how it finds them: run on each adapter. `open` gives an empty one. */
export function storeEventsContract(name: string, open: () => Promise<Store & { close?: () => Promise<void> }>): void {
  describe(`events in the store: ${name}`, () => {
    let opened: (Store & { close?: () => Promise<void> }) | null = null;
    afterEach(async () => {
      await opened?.close?.();
      opened = null;
    });
    const inStore = async (work: (events: EventRepository) => Promise<void>) => {
      opened = await open();
      await opened.transaction((rows) => work(rows.events));
    };

    test('the newest first, a page after another, each as it was', () =>
      inStore(async (events) => {
        for (const number of [1, 2, 3, 4, 5]) await events.add(event(String(number), { at: at(number) }));
        expect(ids(await events.list({ limit: 2 }))).toBe('5 4');
        expect(ids(await events.list({ limit: 2, after: '4' }))).toBe('3 2');
        expect(ids(await events.list({ limit: 2, after: '1' }))).toBe('');
        expect(ids(await events.list({ limit: 2, after: 'gone' }))).toBe('');
        expect(await events.list({ limit: 1 })).toEqual([event('5', { at: at(5) })]);
        expect(await events.get('3')).toEqual(event('3', { at: at(3) }));
        expect(await events.get('gone')).toBeNull();
      }));

    test('those of one instant stay in the order in which they came, and one of an earlier time goes where it belongs', () =>
      inStore(async (events) => {
        for (const id of ['a', 'b', 'c']) await events.add(event(id, { at: at(5) }));
        await events.add(event('before', { at: at(1) }));
        for (const id of ['d', 'e']) await events.add(event(id, { at: at(5) }));
        expect(ids(await events.list({ limit: 9 }))).toBe('e d c b a before');
        expect(ids(await events.list({ limit: 9, after: 'c' }))).toBe('b a before');
      }));

    test('by kind, function, queue pilot, who did it, and time, each alone and together', () =>
      inStore(async (events) => {
        await events.add(event('1', { at: at(1), kind: 'check-failed', function: 'queue-pilot', ref: 'q/a', actor: null }));
        await events.add(event('2', { at: at(2), kind: 'pilot-saved', function: 'queue-pilot', ref: 'q/a', actor: 'Anna' }));
        await events.add(event('3', { at: at(3), kind: 'pilot-saved', function: 'queue-pilot', ref: 'q/b', actor: 'admin' }));
        await events.add(event('4', { at: at(4), kind: 'signed-in', function: null, actor: 'anna' }));
        const found = await finder(events);
        expect(await found({ kinds: ['check-failed'] })).toBe('1');
        expect(await found({ kinds: eventKinds({ changesOnly: true }) })).toBe('3 2');
        expect(await found({ kinds: [] })).toBe('');
        expect(await found({ function: 'queue-pilot' })).toBe('3 2 1');
        expect(await found({ ref: 'q/a' })).toBe('2 1');
        expect(await found({ ref: 'q' })).toBe('');
        expect(await found({ actor: 'ANNA' })).toBe('4 2');
        expect(await found({ from: at(2), to: at(4) })).toBe('3 2');
        expect(await found({ from: at(4), to: at(2) })).toBe('');
        expect(await found({ function: 'queue-pilot', actor: 'anna', kinds: ['pilot-saved'], ref: 'q/a', from: at(2), to: at(3) })).toBe('2');
        expect(await found({ actor: 'anna', kinds: ['check-failed'] })).toBe('');
      }));

    test('by words: each begins a word of names, codes or actor, without case and accents; short ones are whole words', () =>
      inStore(async (events) => {
        await events.add(event('1', { at: at(1), actor: 'jürgen', params: { queue: 'Große Straße 5', name: 'sales@contoso.com' } }));
        await events.add(event('2', { at: at(2), actor: null, params: { code: 'mailbox-not-found', mailbox: 'sales55@contoso.com' } }));
        await events.add(event('3', { at: at(3), actor: null, params: { queue: 'สวัสดี', aadsts: 53003, name: `"' OR 1=1 -- * ${'x'.repeat(5000)}` } }));
        const found = await finder(events);
        expect(await found({ q: 'STRASSE' })).toBe('1');
        expect(await found({ q: 'jurg' })).toBe('1');
        expect(await found({ q: 'sales' })).toBe('2 1');
        expect(await found({ q: 'Sales@Contoso' })).toBe('2 1');
        expect(await found({ q: 'sales5' })).toBe('2');
        expect(await found({ q: 'ales' })).toBe('');
        expect(await found({ q: '5' })).toBe('1');
        expect(await found({ q: 'mailbox-not-found' })).toBe('2');
        expect(await found({ q: '53003' })).toBe('3');
        expect(await found({ q: 'สวัสดี' })).toBe('3');
        expect(await found({ q: '"\' or -- * 1' })).toBe('3');
        expect(await found({ q: 'x'.repeat(200) })).toBe('3');
        expect(await found({ q: 'contoso nobody' })).toBe('');
        expect(await found({ q: ' *"\'()?\u0000 ' })).toBe('3 2 1');
        // What facets are kept as is no word.
        expect(await found({ q: '§ksettingssaved' })).toBe('');
        expect(await found({ q: 'contoso', actor: 'Jürgen' })).toBe('1');
      }));

    test('a beginning that hundreds of words have', () =>
      inStore(async (events) => {
        for (let number = 0; number < 300; number++) await events.add(event(String(number), { at: at(number), actor: null, params: { mailbox: `user${1000 + number}@contoso.com` } }));
        expect(ids(await events.list({ q: 'user1', limit: 3 }))).toBe('299 298 297');
        expect(ids(await events.list({ q: 'user101 contoso', limit: 3 }))).toBe('19 18 17');
        expect(await counted(events, { q: 'use' }, 1000)).toBe(300);
      }));

    test('counted up to a bound; the newest of a filter says whether there is something new', () =>
      inStore(async (events) => {
        expect(await counted(events, {}, 10)).toBe(0);
        expect(await events.newest({})).toBe(0);
        for (const number of [1, 2, 3]) await events.add(event(String(number), { at: at(number), actor: number === 3 ? 'anna' : 'admin' }));
        expect(await counted(events, {}, 10)).toBe(3);
        expect(await counted(events, {}, 2)).toBe(2);
        expect(await counted(events, { actor: 'admin' }, 1)).toBe(1);
        const newest = await events.newest({ actor: 'admin' });
        expect(await events.page({ actor: 'admin', limit: 1, most: 9 })).toEqual({ items: [event('2', { at: at(2), actor: 'admin' })], counted: 2, newest });
        expect(await events.page({ actor: 'admin', limit: 1, most: 9, after: '2' })).toEqual({ items: [event('1', { at: at(1), actor: 'admin' })], counted: 2, newest });
        expect(await events.page({ limit: 1, most: 9, after: '2' })).toMatchObject({ items: [{ id: '1' }], counted: 3 });
        expect(newest).toBeGreaterThan(0);
        expect(await events.newest({})).toBeGreaterThan(newest);
        await events.add(event('4', { at: at(3), actor: 'admin' }));
        expect(await events.newest({ actor: 'admin' })).toBeGreaterThan(newest);
      }));

    test('the oldest go by age and by number, a few at a time, and are found no more', () =>
      inStore(async (events) => {
        for (let number = 0; number < 10; number++) await events.add(event(String(number), { at: at(number), params: { name: 'sales' } }));
        expect(await events.prune({ before: at(3) }, 2)).toBe(2);
        expect(await events.prune({ before: at(3) }, 2)).toBe(1);
        expect(await events.prune({ before: at(3) }, 2)).toBe(0);
        expect(ids(await events.list({ q: 'sales', limit: 9 }))).toBe('9 8 7 6 5 4 3');
        // The fifth and all that are older.
        const first = await events.olderBy(2, null);
        expect(first).toBe('7');
        const boundary = await events.olderBy(1, first);
        expect(boundary).toBe('5');
        expect(await events.olderBy(5, '5')).toBeNull();
        expect(await events.prune({ upTo: boundary ?? '' }, 9)).toBe(3);
        expect(await events.prune({ upTo: 'gone' }, 9)).toBe(0);
        expect(ids(await events.list({ q: 'sales', limit: 9 }))).toBe('9 8 7 6');
        expect(await counted(events, { function: 'email-forwarding' }, 9)).toBe(4);
      }));
  });
}

async function counted(events: EventRepository, filter: EventFilter, most: number): Promise<number> {
  return (await events.page({ ...filter, limit: 1, most })).counted;
}

async function finder(events: EventRepository) {
  return async (filter: EventFilter): Promise<string> => {
    const found = await events.list({ ...filter, limit: 9 });
    expect(await counted(events, filter, 9)).toBe(found.length);
    return ids(found);
  };
}

function at(seconds: number): string {
  return new Date(Date.parse('2026-11-24T12:00:00Z') + seconds * 1000).toISOString();
}

function event(id: string, given: Partial<EventRow> = {}): EventRow {
  return { id, at: at(0), kind: 'settings-saved', function: 'email-forwarding', ref: null, actor: 'admin', check: 'c', params: { code: 'ü', count: 3 }, ...given };
}

function ids(events: readonly EventRow[]): string {
  return events.map(({ id }) => id).join(' ');
}
