import type { Listed } from './checks.ts';

/** Reads a list page after page, `most` pages at most: `isCut` where it has more. */
export async function readPages<Item>(read: (after?: string) => Promise<Listed<Item>>, most: number): Promise<{ items: Item[]; isCut: boolean }> {
  const items: Item[] = [];
  let after: string | undefined;
  for (let page = 0; page < most; page++) {
    const { items: found, next } = await read(after);
    items.push(...found);
    if (next === null) return { items, isCut: false };
    after = next;
  }
  return { items, isCut: true };
}
