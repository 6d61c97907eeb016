import { expect, test } from 'vitest';
import { relativeTime } from './time.tsx';
import { minutesAndSeconds } from './use-now.ts';

test.each([
  [-3, 'en', 'now'],
  [-240, 'en', '4 minutes ago'],
  [-7200, 'de', 'vor 2 Stunden'],
  [86_400 * 90, 'en', 'in 90 days'],
])('%i s in %s is %s', (seconds, locale, words) => {
  expect(relativeTime(seconds, locale)).toBe(words);
});

test.each([
  [899.2, '15:00'],
  [872, '14:32'],
  [5, '0:05'],
  [-3, '0:00'],
])('%d s left are %s', (seconds, shown) => {
  expect(minutesAndSeconds(seconds)).toBe(shown);
});
