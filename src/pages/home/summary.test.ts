import { expect, test } from 'vitest';
import type { FunctionRow } from '../../../contract/functions.ts';
import { homeNeeds, homeRows } from './summary.ts';

const now = Date.parse('2026-11-24T12:00:00Z');

function row(changes: Partial<FunctionRow>): FunctionRow {
  return { function: 'queue-pilot', ref: 'q/p', queue: 'Sales', name: 'sales@contoso.com', health: 'working', since: null, lastCheck: null, lastGood: null, lastMail: null, ends: [], ...changes };
}
const mail = row({ function: 'email-forwarding', ref: null, queue: null, name: null });
const expired = { owner: 'entra-admin', why: 'The secret has expired.' } as const;

test('thousands of pilots are one row: the worst health, how many of which, the oldest good check, the next end', () => {
  const pilots = Array.from({ length: 2_000 }, (_, at) =>
    row({ health: at < 3 ? 'failing' : 'working', lastGood: `2026-11-24T${String(10 - (at % 5)).padStart(2, '0')}:00:00.000Z`, ends: at === 7 ? [{ what: 'client-secret', at: '2027-01-01T00:00:00.000Z' }] : [] }),
  );
  const rows = homeRows([mail, ...pilots], now);
  expect(rows).toHaveLength(2);
  expect(rows[1]).toEqual({ function: 'queue-pilot', health: 'failing', counts: [['failing', 3], ['working', 1_997]], lastGood: '2026-11-24T06:00:00.000Z', next: { what: 'client-secret', at: '2027-01-01T00:00:00.000Z' } });
  expect(homeRows([mail], now)[1]).toMatchObject({ health: 'not-set-up', counts: [], next: null });
});

test('what ends next: a secret that has ended is still due, what Microsoft has switched off is not', () => {
  const next = (ends: FunctionRow['ends']) => homeRows([{ ...mail, ends }], now)[0]?.next?.what;
  expect(next([{ what: 'basic-authentication', at: '2023-01-01T00:00:00.000Z' }, { what: 'ews', at: '2027-04-01T00:00:00.000Z' }])).toBe('ews');
  expect(next([{ what: 'client-secret', at: '2026-11-01T00:00:00.000Z' }, { what: 'ews', at: '2027-04-01T00:00:00.000Z' }])).toBe('client-secret');
  expect(next([{ what: 'basic-authentication', at: '2023-01-01T00:00:00.000Z' }])).toBe('basic-authentication');
});

test('who must act: what fails first, pilots that need the same together, what passes by itself last', () => {
  const needs = homeNeeds([
    { ...mail, health: 'warning', needs: { owner: 'nobody', why: 'Microsoft is busy.' } },
    row({ ref: 'q/1', health: 'warning', needs: { owner: 'entra-admin', why: 'It ends soon.' } }),
    row({ ref: 'q/2', health: 'failing', since: '2026-11-24T11:00:00.000Z', needs: expired }),
    row({ ref: 'q/3', health: 'failing', since: '2026-11-24T10:00:00.000Z', needs: expired }),
    row({ ref: 'q/4' }),
  ]);
  expect(needs.map(({ owner, rows }) => [owner, rows.map(({ ref }) => ref).join()])).toEqual([['entra-admin', 'q/2,q/3'], ['entra-admin', 'q/1'], ['nobody', '']]);
  expect(needs[0]).toMatchObject({ health: 'failing', since: '2026-11-24T10:00:00.000Z', why: 'The secret has expired.' });
});
