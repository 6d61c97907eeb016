import { afterEach, describe, expect, test } from 'vitest';
import type { Delivery, NoticeRepository, NoticeStanding } from '../notice-rows.ts';
import type { Store } from '../store.ts';

/** What every store keeps of notices: run on each adapter. `open` gives an empty one. */
export function storeNoticesContract(name: string, open: () => Promise<Store & { close?: () => Promise<void> }>): void {
  describe(`notices: ${name}`, () => {
    let opened: (Store & { close?: () => Promise<void> }) | null = null;
    const using = async (work: (notices: NoticeRepository) => Promise<void>) => {
      opened = await open();
      await opened.transaction((rows) => work(rows.notices));
    };
    afterEach(async () => {
      await opened?.close?.();
      opened = null;
    });

    test('how something stands comes back as it was, is replaced, and goes', () =>
      using(async (notices) => {
        const given = standing('q/p', { pending: { kind: 'failed', group: 'queue-pilot secret-expired', at: at(1) }, queue: 'Verkauf „A“', name: 'Ä é𝄞', diagnosis: { code: 'secret-expired', params: { host: 'x', days: 2 }, raw: 'AADSTS' } });
        await notices.putStanding(given);
        await notices.putStanding(standing('', { function: 'email-forwarding' }));
        expect(await notices.standing('queue-pilot', 'q/p')).toEqual(given);
        await notices.putStanding({ ...given, pending: null, told: true });
        expect(await notices.standing('queue-pilot', 'q/p')).toEqual({ ...given, pending: null, told: true });
        await notices.deleteStanding('queue-pilot', 'q/p');
        expect(await notices.standing('queue-pilot', 'q/p')).toBeNull();
        expect(await notices.standing('email-forwarding', '')).toMatchObject({ function: 'email-forwarding' });
      }));

    test('what waits to be told is counted by kind and group, and found by them', () =>
      using(async (notices) => {
        const put = (ref: string, kind: 'failed' | 'recovered', group: string, seconds: number) => notices.putStanding(standing(ref, { pending: { kind, group, at: at(seconds) } }));
        await put('q/c', 'failed', 'a', 5);
        await put('q/a', 'failed', 'a', 9);
        await put('q/b', 'failed', 'a', 2);
        await put('q/d', 'failed', 'b', 1);
        await put('q/e', 'recovered', 'a', 3);
        await notices.putStanding(standing('q/f'));
        expect((await notices.pending()).toSorted((a, b) => (a.kind + a.group < b.kind + b.group ? -1 : 1))).toEqual([
          { kind: 'failed', group: 'a', first: at(2), last: at(9), count: 3 },
          { kind: 'failed', group: 'b', first: at(1), last: at(1), count: 1 },
          { kind: 'recovered', group: 'a', first: at(3), last: at(3), count: 1 },
        ]);
        expect((await notices.pendingOf({ kind: 'failed', group: 'a' })).map(({ ref }) => ref)).toEqual(['q/a', 'q/b', 'q/c']);
        expect(await notices.pendingOf({ kind: 'recovered', group: 'b' })).toEqual([]);
      }));

    test('ends that were told are one of a function, a pilot and a kind', () =>
      using(async (notices) => {
        const end = { function: 'queue-pilot', ref: 'q/p', what: 'client-secret', at: at(0), days: 30 } as const;
        await notices.putEnd(end);
        await notices.putEnd({ ...end, what: 'ews', days: 60 });
        await notices.putEnd({ ...end, days: 14 });
        expect((await notices.ends()).toSorted((a, b) => a.days - b.days)).toEqual([{ ...end, days: 14 }, { ...end, what: 'ews', days: 60 }]);
        await notices.deleteEnd({ ...end, what: 'ews' });
        expect(await notices.ends()).toEqual([{ ...end, days: 14 }]);
      }));

    test('what is to be sent comes by its time, then in the order of its coming, each channel by itself', () =>
      using(async (notices) => {
        for (const [id, seconds] of [['late', 20], ['first', 10], ['second', 10]] as const) await notices.addDelivery(delivery(id, seconds));
        await notices.addDelivery({ ...delivery('first', 5), channel: 'mail' });
        expect(await notices.nextDelivery('webhook')).toEqual(delivery('first', 10));
        expect(await notices.waiting('webhook')).toEqual({ count: 3, nextAt: at(10) });
        await notices.progress({ id: 'first', channel: 'webhook', attempts: 1, nextAt: at(70), done: ['a@contoso.com'], code: 'webhook-broken' });
        expect((await notices.nextDelivery('webhook'))?.id).toBe('second');
        await notices.deleteDelivery({ id: 'second', channel: 'webhook' });
        await notices.deleteDelivery({ id: 'late', channel: 'webhook' });
        expect(await notices.nextDelivery('webhook')).toEqual({ ...delivery('first', 70), attempts: 1, done: ['a@contoso.com'], code: 'webhook-broken' });
        expect(await notices.nextDelivery('mail')).toEqual({ ...delivery('first', 5), channel: 'mail' });
      }));

    test('what waits for a channel is tried at once, or not at all', () =>
      using(async (notices) => {
        await notices.addDelivery(delivery('a', 100));
        await notices.addDelivery(delivery('b', 200));
        await notices.addDelivery({ ...delivery('a', 300), channel: 'mail' });
        await notices.hasten('webhook', at(1));
        expect(await notices.waiting('webhook')).toEqual({ count: 2, nextAt: at(1) });
        await notices.hasten('webhook', null);
        expect(await notices.waiting('webhook')).toEqual({ count: 0, nextAt: null });
        expect(await notices.nextDelivery('webhook')).toBeNull();
        expect(await notices.waiting('mail')).toEqual({ count: 1, nextAt: at(300) });
      }));
  });
}

function at(seconds: number): string {
  return new Date(Date.parse('2026-11-24T00:00:00.000Z') + seconds * 1000).toISOString();
}

function standing(ref: string, given: Partial<NoticeStanding> = {}): NoticeStanding {
  return { function: 'queue-pilot', ref, pending: null, told: false, failures: 1, since: at(0), diagnosis: null, health: 'failing', name: null, queue: null, ...given };
}

function delivery(id: string, seconds: number): Delivery {
  return { id, channel: 'webhook', notice: { id, kind: 'failed', at: at(0), items: [] }, attempts: 0, nextAt: at(seconds), done: [], code: null };
}
