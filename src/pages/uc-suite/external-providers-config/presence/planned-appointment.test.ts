import { expect, test } from 'vitest';
import { boundsOf, nextHalfHour, startingAt } from './planned-appointment.ts';

const local = (hours: number, minutes: number) => new Date(2026, 10, 25, hours, minutes).getTime();
const planned = { subject: 'Meeting', start: '2026-11-25T10:00', end: '2026-11-25T10:30', isAllDay: false };

test.each([
  [local(9, 41), '2026-11-25T09:45', '2026-11-25T10:15'],
  [local(9, 42), '2026-11-25T10:00', '2026-11-25T10:30'],
  [local(23, 50), '2026-11-26T00:00', '2026-11-26T00:30'],
])('at %i the next half hour is %s to %s', (now, start, end) => {
  expect(nextHalfHour(now)).toEqual({ start, end });
});

test('another start moves the end along; while one of them is not complete it stays', () => {
  expect(startingAt(planned, '2026-11-26T08:15').end).toBe('2026-11-26T08:45');
  expect(startingAt(planned, '').end).toBe(planned.end);
  expect(startingAt({ ...planned, end: '' }, '2026-11-26T08:15')).toMatchObject({ start: '2026-11-26T08:15', end: '' });
});

test('an all-day appointment has days', () => {
  expect(boundsOf({ ...planned, isAllDay: true })).toEqual({ start: '2026-11-25', end: '2026-11-25' });
});
