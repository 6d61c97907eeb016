import type { Tries, TryRow } from '../try-rows.ts';

export interface TryTables {
  /** By account and source. */
  tries: Record<string, TryRow>;
}

/** Tried passwords over the tables. */
export function tryRepository(tables: TryTables): Tries {
  const key = (account: string, source: string) => `${account} ${source}`;
  const forget = (rows: readonly TryRow[]) => {
    for (const { account, source } of rows) delete tables.tries[key(account, source)];
  };
  return {
    async get(account, source) {
      const row = tables.tries[key(account, source)];
      return row ? { ...row } : null;
    },
    async put(row) {
      tables.tries[key(row.account, row.source)] = { ...row };
    },
    deleteOf: async (account) => forget(Object.values(tables.tries).filter((row) => row.account === account)),
    async prune({ before, goodBefore, keep }) {
      const newest = Object.values(tables.tries).toSorted((a, b) => (a.at < b.at ? 1 : -1));
      forget(newest.filter(({ at, goodAt }, place) => place >= keep || (at < before && (goodAt === null || goodAt < goodBefore))));
    },
  };
}
