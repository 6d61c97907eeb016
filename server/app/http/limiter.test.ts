import { expect, test } from 'vitest';
import { createLimiter } from './limiter.ts';

function clockAt(start: string) {
  let now = Date.parse(start);
  return { now: () => new Date(now), sleep: async () => {}, forward: (seconds: number) => (now += seconds * 1000) };
}

test('ten tries at once, then one a minute', () => {
  const clock = clockAt('2026-11-24T12:00:00Z');
  const limiter = createLimiter(clock, { burst: 10, everySeconds: 60 });
  for (let count = 0; count < 10; count++) expect(limiter.take('a')).toBe(0);
  expect(limiter.take('a')).toBe(60);
  clock.forward(59);
  expect(limiter.take('a')).toBe(1);
  clock.forward(1);
  expect(limiter.take('a')).toBe(0);
  expect(limiter.take('a')).toBe(60);
});

test('a thousand tries in a second get no further than ten', () => {
  const limiter = createLimiter(clockAt('2026-11-24T12:00:00Z'), { burst: 10, everySeconds: 60 });
  const through = Array.from({ length: 1000 }, () => limiter.take('a')).filter((wait) => wait === 0);
  expect(through).toHaveLength(10);
});

test('another key has tries of its own, and what is given back can be taken again', () => {
  const limiter = createLimiter(clockAt('2026-11-24T12:00:00Z'), { burst: 1, everySeconds: 60 });
  expect(limiter.take('a')).toBe(0);
  expect(limiter.take('b')).toBe(0);
  limiter.giveBack('a');
  expect(limiter.take('a')).toBe(0);
  expect(limiter.take('b')).toBe(60);
});
