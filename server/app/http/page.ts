import { fieldProblem } from './problem.ts';

interface Queried {
  req: { query(name: string): string | undefined };
}

/** Which page of a list is asked for, by `page[size]` and `page[after]`. Raises 422 for what is neither. */
export function pageOf(c: Queried): { limit: number; offset: number } {
  const limit = pageSize(c.req.query('page[size]'));
  const offset = Number(c.req.query('page[after]') ?? 0);
  if (!Number.isSafeInteger(offset) || offset < 0) throw fieldProblem('/page[after]', 'type', 'Use the `next` of the page before.');
  return { limit, offset };
}

/** What `page[after]` gets the next page; null after the last one. */
export function nextPage(offset: number, { length }: readonly unknown[], total: number): string | null {
  return length > 0 && offset + length < total ? String(offset + length) : null;
}

/** How many items a page has: 50, or what `page[size]` says, 200 at most. */
export function pageSize(text: string | undefined): number {
  const size = Number(text ?? 50);
  if (!Number.isInteger(size) || size < 1 || size > 200) throw fieldProblem('/page[size]', 'type', 'A page has 1 to 200 items.');
  return size;
}
