import { expect, test } from 'vitest';
import type { FunctionRow } from '../../../contract/functions.ts';
import { endsByDay, linesOf, placeOf, ticks } from './timeline.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-24T12:00:00Z');

function row(ref: string, ends: FunctionRow['ends']): FunctionRow {
  return { function: 'queue-pilot', ref, queue: 'Sales', name: ref, health: 'working', since: null, lastCheck: null, lastGood: null, lastMail: null, ends };
}

test('what ends on one day is one mark, whoever it is of; two kinds are two', () => {
  const secret = (at: string) => ({ what: 'client-secret', at }) as const;
  const rows = [row('a', [secret('2027-04-01T00:00:00.000Z'), { what: 'ews', at: '2027-04-01T00:00:00.000Z' }]), row('b', [secret('2027-04-01T22:00:00.000Z')]), row('c', [secret('2026-12-01T00:00:00.000Z')])];
  expect(endsByDay(rows).map(({ what, at, whose }) => [what, at.slice(0, 10), whose.map(({ ref }) => ref).join()])).toEqual([
    ['client-secret', '2026-12-01', 'c'],
    ['client-secret', '2027-04-01', 'a,b'],
    ['ews', '2027-04-01', 'a'],
  ]);
  expect(endsByDay([])).toEqual([]);
});

test('the nearer, the more room; nothing leaves the drawing', () => {
  expect([0, 30, 90].map((days) => placeOf(now + days * day, now))).toEqual(ticks.slice(0, 3));
  const places = [-100_000, -91, -30, -1, 0, 1, 29, 31, 89, 91, 364, 366, 100_000].map((days) => placeOf(now + days * day, now));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(Math.min(...places)).toBeGreaterThanOrEqual(4);
  expect(Math.max(...places)).toBeLessThanOrEqual(97);
});

test('marks that would cover each other stand on lines of their own, and the first line is used again', () => {
  expect(linesOf([12, 12, 13, 20, 20, 60])).toEqual([0, 1, 2, 0, 1, 0]);
  expect(linesOf([])).toEqual([]);
});
