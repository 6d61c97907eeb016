import { expect, test } from 'vitest';
import { evenScale, quartersOfDay, shortenedScale, stretchesOf } from './timeline.ts';

const at = (time: string) => `2026-11-25T${time}:00.000Z`;
const ms = (time: string) => Date.parse(at(time));

test('before the first change it is Office, and an extension changes the announced return only', () => {
  const line = [
    { at: at('10:00'), presence: 'meeting', announcedReturn: at('10:30') },
    { at: at('10:30'), presence: 'meeting', announcedReturn: at('10:45') },
    { at: at('10:45'), presence: 'lunch', announcedReturn: at('11:00') },
  ] as const;
  expect(stretchesOf(line, ms('09:00'), ms('12:00')).map(({ from, to, presence, isExtension }) => [from, to, presence, isExtension])).toEqual([
    [ms('09:00'), ms('10:00'), 'office', false],
    [ms('10:00'), ms('10:30'), 'meeting', false],
    [ms('10:30'), ms('10:45'), 'meeting', true],
    [ms('10:45'), ms('12:00'), 'lunch', false],
  ]);
  expect(stretchesOf([], ms('09:00'), ms('12:00'))).toHaveLength(1);
  expect(stretchesOf([line[0]], ms('10:00'), ms('12:00'))[0]?.presence).toBe('meeting');
});

test('an even scale, and one on which seconds can be seen beside hours', () => {
  const even = evenScale(ms('00:00'), ms('10:00'));
  expect([ms('00:00'), ms('05:00'), ms('23:00')].map(even)).toEqual([0, 50, 100]);
  const shortened = shortenedScale([ms('09:00'), ms('20:00'), ms('20:00') + 30_000, ms('09:00')]);
  expect(shortened(ms('09:00'))).toBe(0);
  expect(shortened(ms('20:00') + 30_000)).toBe(100);
  expect(100 - shortened(ms('20:00'))).toBeGreaterThan(5);
  expect(shortened(ms('12:00'))).toBeGreaterThan(shortened(ms('11:00')));
});

test('the quarters of a day, also of one on which clocks are put back', () => {
  const from = new Date(2026, 9, 24, 21, 40).getTime();
  expect(quartersOfDay(from, from + 24 * 3_600_000).map((instant) => new Date(instant).getHours())).toEqual([0, 6, 12, 18]);
});
