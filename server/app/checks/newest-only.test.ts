import { expect, test } from 'vitest';
import { newestOnly } from './newest-only.ts';

test('of what comes while one is written only the newest is written, and it is waited for', async () => {
  const written: number[] = [];
  const { put, settled } = newestOnly<number>(async (value) => {
    await new Promise((done) => setTimeout(done));
    written.push(value);
  });
  for (const value of [1, 2, 3, 4]) put(value);
  await settled();
  expect(written).toEqual([1, 4]);
  put(5);
  await settled();
  expect(written).toEqual([1, 4, 5]);
});

test('what keeps a write from it is told at the end', async () => {
  const { put, settled } = newestOnly<number>(() => Promise.reject(new Error('full')));
  put(1);
  await expect(settled()).rejects.toThrow('full');
});
