import { afterEach, describe, expect, test } from 'vitest';
import type { CheckRunItemRow, CheckRunRow, CheckRuns } from '../check-run-rows.ts';
import type { Store } from '../store.ts';

/** What every store keeps of the runs of Check everything: run on each adapter. `open` gives an empty one. */
export function storeCheckRunsContract(name: string, open: () => Promise<Store & { close?: () => Promise<void> }>): void {
  describe(`runs of Check everything: ${name}`, () => {
    let opened: (Store & { close?: () => Promise<void> }) | null = null;
    const using = async (work: (runs: CheckRuns) => Promise<void>) => {
      opened = await open();
      await opened.transaction((rows) => work(rows.checkRuns));
    };
    afterEach(async () => {
      await opened?.close?.();
      opened = null;
    });

    test('a run comes back as it was, and is replaced; the newest is the first', () =>
      using(async (runs) => {
        const hostile = { ...run('a'), by: `<script>' "\\ é€𝄞` };
        await runs.put(hostile);
        await runs.put(run('b'));
        expect(await runs.get('a')).toEqual(hostile);
        expect(await runs.get('none')).toBeNull();
        await runs.put({ ...run('a'), state: 'finished', version: 9 });
        expect(await runs.list({ limit: 1 })).toMatchObject({ items: [{ id: 'b' }], total: 2 });
        expect(await runs.list({ limit: 1, offset: 1 })).toMatchObject({ items: [{ id: 'a', version: 9 }], total: 2 });
        expect(await runs.list({ state: 'running', limit: 5 })).toMatchObject({ items: [{ id: 'b' }], total: 1 });
      }));

    test('what a run checks is in its order, thousands too, and each is replaced by its position', () =>
      using(async (runs) => {
        await runs.put(run('a'));
        await runs.put(run('b'));
        expect(await runs.items({ runId: 'a', limit: 1 })).toEqual({ items: [], total: 0 });
        await runs.putItems('a', Array.from({ length: 2_003 }, (_, position) => item(position)));
        await runs.putItems('b', [item(0)]);
        await runs.putItems('a', [{ ...item(7), state: 'failed', diagnosis: { code: 'secret-expired', params: { code: 7 }, raw: 'AADSTS7000222' } }, { ...item(1_500), state: 'failed' }]);
        await runs.putItems('a', []);
        const failed = await runs.items({ runId: 'a', state: 'failed', limit: 10 });
        expect(failed).toMatchObject({ total: 2, items: [{ position: 7, diagnosis: { raw: 'AADSTS7000222' } }, { position: 1_500 }] });
        expect((await runs.items({ runId: 'a', state: 'pending', limit: 2, offset: 6 })).items.map(({ position }) => position)).toEqual([6, 8]);
        expect(await runs.items({ runId: 'a', limit: 1, offset: 2_002 })).toMatchObject({ total: 2_003, items: [{ ...item(2_002) }] });
      }));

    test('old runs go, with what they checked', () =>
      using(async (runs) => {
        for (const id of ['a', 'b', 'c']) {
          await runs.put(run(id));
          await runs.putItems(id, [item(0)]);
        }
        await runs.prune(2);
        expect((await runs.list({ limit: 5 })).items.map(({ id }) => id)).toEqual(['c', 'b']);
        expect((await runs.items({ runId: 'a', limit: 1 })).total).toBe(0);
        expect((await runs.items({ runId: 'b', limit: 1 })).total).toBe(1);
      }));
  });
}

function run(id: string): CheckRunRow {
  return { id, version: 1, state: 'running', startedAt: '2026-11-24T12:00:00.000Z', endedAt: null, by: 'admin', productVersion: '1.0.0', sendTo: null, total: 3, done: 0, passed: 0, failed: 0, notSetUp: ['exchange-directory'] };
}

function item(position: number): CheckRunItemRow {
  return { position, function: 'queue-pilot', ref: `q/p${position}`, queue: 'Sales', name: 'sales@contoso.com', state: 'pending', target: null, check: null, endedAt: null, steps: [], diagnosis: null };
}
