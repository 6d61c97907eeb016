import { afterEach, describe, expect, test } from 'vitest';
import type { RenewalRow, Renewals, RenewalUseRow } from '../renewal-rows.ts';
import type { Store } from '../store.ts';

type Opened = Store & { close?: () => Promise<void> };

/** What every store keeps of renewals of client secrets: run on each adapter. `open` gives an empty one. */
export function storeRenewalsContract(name: string, open: () => Promise<Opened>): void {
  describe(`renewals: ${name}`, () => {
    let opened: Opened | null = null;
    const using = async (work: (renewals: Renewals) => Promise<void>) => {
      opened = await open();
      await opened.transaction((rows) => work(rows.renewals));
    };
    afterEach(async () => {
      await opened?.close?.();
      opened = null;
    });

    test('one comes back as it was, is replaced, and goes with its uses', () =>
      using(async (renewals) => {
        expect(await renewals.get('a')).toBeNull();
        await renewals.put(row('b'));
        await renewals.put(row('a'));
        await renewals.put({ ...row('a'), version: 2, state: 'failed' });
        await renewals.putUses('a', [use(0)]);
        await renewals.putUses('b', [use(0)]);
        expect(await renewals.get('a')).toEqual({ ...row('a'), version: 2, state: 'failed' });
        expect((await renewals.all()).map(({ id }) => id)).toEqual(['a', 'b']);
        await renewals.delete('a');
        expect((await renewals.all()).map(({ id }) => id)).toEqual(['b']);
        expect(await renewals.uses({ renewalId: 'a', limit: 10 })).toEqual({ items: [], total: 0 });
        expect((await renewals.ofSource('queue-pilot:q/p0')).map(({ renewalId }) => renewalId)).toEqual(['b']);
      }));

    test('a thousand uses: in their order, by state, in pages, replaced at their place, counted', () =>
      using(async (renewals) => {
        await renewals.put(row('a'));
        await renewals.putUses('a', Array.from({ length: 1_000 }, (_, at) => use(999 - at)));
        const failed: RenewalUseRow = { ...use(7), state: 'failed', step: 'sign-in', ms: 12, diagnosis: { code: 'pop3-refused', params: { mailbox: 'é"\'%' }, raw: '-ERR\n' } };
        await renewals.putUses('a', [failed, { ...use(3), state: 'passed' }, { ...use(500), state: 'failed' }]);
        const { items, total } = await renewals.uses({ renewalId: 'a', limit: 3, offset: 6 });
        expect([items.map(({ position }) => position), total]).toEqual([[6, 7, 8], 1_000]);
        expect(items[1]).toEqual(failed);
        expect((await renewals.uses({ renewalId: 'a', states: ['failed', 'passed'], limit: 10 })).items.map(({ position }) => position)).toEqual([3, 7, 500]);
        expect(await renewals.uses({ renewalId: 'a', states: ['gone'], limit: 10 })).toEqual({ items: [], total: 0 });
        expect(await renewals.counts('a')).toEqual({ pending: 997, passed: 1, failed: 2 });
        expect(await renewals.counts('b')).toEqual({});
      }));

    test('where a function takes part', () =>
      using(async (renewals) => {
        await renewals.put(row('a'));
        await renewals.put(row('b'));
        await renewals.putUses('a', [use(0), { ...use(1), source: 'email-forwarding' }]);
        await renewals.putUses('b', [{ ...use(0), source: 'email-forwarding', state: 'switched' }]);
        expect((await renewals.ofSource('email-forwarding')).map(({ renewalId, use: { position, state } }) => `${renewalId} ${position} ${state}`)).toEqual(['a 1 pending', 'b 0 switched']);
        expect(await renewals.ofSource('exchange-calendar')).toEqual([]);
      }));

    test('many secrets by their names', async () => {
      opened = await open();
      await opened.transaction(async ({ secrets }) => {
        const secret = (at: number) => ({ sealed: `s${at}`, boundTo: 'x', changedAt: '2026-11-24T12:00:00.000Z', hint: null });
        for (let at = 0; at < 1_200; at++) await secrets.put(`n${at}`, secret(at));
        const found = await secrets.many(Array.from({ length: 1_500 }, (_, at) => `n${at}`));
        expect(found.size).toBe(1_200);
        expect(found.get('n1199')).toEqual(secret(1_199));
        expect((await secrets.many([])).size).toBe(0);
      });
    });
  });
}

function row(id: string): RenewalRow {
  return {
    id,
    target: { cloud: 'global', tenantId: 'contoso.com', applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4' },
    tenantIds: ['contoso.com'],
    version: 1,
    state: 'checking',
    by: 'admin',
    startedAt: '2026-11-24T12:00:00.000Z',
    endedAt: null,
    hint: 'x9Q',
    clientSecretExpiresAt: null,
  };
}

function use(position: number): RenewalUseRow {
  return { position, source: `queue-pilot:q/p${position}`, queue: 'Sales', name: 'sales@contoso.com', settingsVersion: '1', state: 'pending', ms: null, step: null, diagnosis: null, formerEnd: null, switchedAt: null };
}
