import { expect, test } from 'vitest';
import { eventText } from './event-text.ts';

test('an event for support: when, what, whose, and its values', () => {
  const event = { id: 'e1', at: '2026-11-24T12:00:00.000Z', severity: 'error', kind: 'check-failed', function: 'queue-pilot', ref: 'q/p', actor: null, check: 'c1', summary: 'Check failed: …', params: { queue: 'Sales', port: 995 } } as const;
  expect(eventText(event, '1.0.0')).toBe(['Postern 1.0.0', '2026-11-24T12:00:00.000Z error check-failed, e1', 'Check failed: …', 'function: queue-pilot', 'ref: q/p', 'check: c1', 'queue: Sales', 'port: 995'].join('\n'));
});
