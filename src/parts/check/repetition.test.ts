import { expect, test } from 'vitest';
import { repetition } from './repetition.ts';

test.each([
  [60, '2026-11-24T15:20:00.000Z'],
  [120, '2026-11-24T16:20:00.000Z'],
  [5, '2026-11-24T14:50:00.000Z'],
])('a fix that takes %i minutes is waited for until %s', (minutes, until) => {
  expect(repetition(minutes, Date.parse('2026-11-24T14:03:20Z'))).toEqual({ everyMinutes: 5, until });
});
