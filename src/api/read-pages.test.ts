import { expect, test } from 'vitest';
import { readPages } from './read-pages.ts';

/** A list of 25 numbers in pages of ten; `next` is the number that the next page begins with. */
async function readNumbers(after = '0') {
  const start = Number(after);
  const items = Array.from({ length: Math.min(10, 25 - start) }, (_, at) => start + at);
  return { items, next: start + 10 < 25 ? String(start + 10) : null, total: 25 };
}

test('every page, one after the other', async () => {
  const { items, isCut } = await readPages(readNumbers, 3);
  expect(items).toEqual(Array.from({ length: 25 }, (_, at) => at));
  expect(isCut).toBe(false);
});

test('a list with more pages than are read is cut, and says so', async () => {
  const { items, isCut } = await readPages(readNumbers, 2);
  expect(items).toHaveLength(20);
  expect(isCut).toBe(true);
});
