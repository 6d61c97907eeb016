import type { CheckRunItemRow, CheckRunRow, CheckRuns } from '../check-run-rows.ts';

export interface CheckRunTables {
  /** The oldest first. */
  checkRuns: CheckRunRow[];
  /** By the run's id. */
  checkRunItems: Record<string, CheckRunItemRow[]>;
}

/** The repository of runs of Check everything over the tables; `copy` keeps them from being changed by a row in hand. */
export function checkRunRepository(tables: CheckRunTables, copy: <T>(value: T) => T): CheckRuns {
  return {
    get: async (id) => copy(tables.checkRuns.find((run) => run.id === id) ?? null),
    async put(run) {
      const at = tables.checkRuns.findIndex(({ id }) => id === run.id);
      if (at < 0) tables.checkRuns.push(copy(run));
      else tables.checkRuns[at] = copy(run);
    },
    async list({ state, limit, offset = 0 }) {
      const found = tables.checkRuns.filter((run) => (state ?? run.state) === run.state).toReversed();
      return { items: copy(found.slice(offset, offset + limit)), total: found.length };
    },
    async prune(keep) {
      for (const { id } of tables.checkRuns.slice(0, -keep)) delete tables.checkRunItems[id];
      tables.checkRuns = tables.checkRuns.slice(-keep);
    },
    async putItems(runId, items) {
      const given = new Map(items.map((item) => [item.position, copy(item)]));
      const others = (tables.checkRunItems[runId] ?? []).filter(({ position }) => !given.has(position));
      tables.checkRunItems[runId] = [...others, ...given.values()].sort((a, b) => a.position - b.position);
    },
    async items({ runId, state, limit, offset = 0 }) {
      const found = (tables.checkRunItems[runId] ?? []).filter((item) => (state ?? item.state) === item.state);
      return { items: copy(found.slice(offset, offset + limit)), total: found.length };
    },
  };
}
