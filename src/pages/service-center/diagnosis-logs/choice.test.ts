import { expect, test } from 'vitest';
import { faultOf, firstChoice, inputOf } from './choice.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const first = firstChoice(now);

test('first are event log and framework protocol of the last 24 hours, unmasked', () => {
  expect(inputOf(first, now)).toEqual({ sources: ['event-log', 'framework-protocol'], from: '2026-11-23T12:00:00.000Z', to: '2026-11-24T12:01:00.000Z', maskAddresses: false });
});

test('from and to are those of this browser’s clocks', () => {
  const { from, to } = inputOf({ ...first, range: 'from-to' }, now + 5_000_000);
  expect([from, to]).toEqual(['2026-11-23T12:00:00.000Z', '2026-11-24T12:00:00.000Z']);
});

test.each([
  ['nothing', { eventLog: false, frameworkProtocol: false }, 'nothing-chosen'],
  ['no beginning', { range: 'from-to', from: '' }, 'no-from'],
  ['no end', { range: 'from-to', to: '' }, 'no-to'],
  ['an end before the beginning', { range: 'from-to', from: '2026-11-24T12:00', to: '2026-11-24T11:59' }, 'wrong-order'],
  ['the same twice', { range: 'from-to', from: '2026-11-24T12:00', to: '2026-11-24T12:00' }, 'wrong-order'],
  ['what is not asked for', { range: 'week', from: '', to: '' }, null],
] as const)('%s chosen', (_what, changed, fault) => {
  expect(faultOf({ ...first, ...changed })).toBe(fault);
});
