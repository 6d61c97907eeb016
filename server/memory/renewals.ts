import type { RenewalRow, Renewals, RenewalUseRow } from '../renewal-rows.ts';

export interface RenewalTables {
  renewals: Record<string, RenewalRow>;
  /** By the renewal's id, in their order. */
  renewalUses: Record<string, RenewalUseRow[]>;
}

/** The repository of renewals over the tables; `copy` keeps them from being changed by a row in hand. */
export function renewalRepository(tables: RenewalTables, copy: <T>(value: T) => T): Renewals {
  const usesOf = (id: string) => tables.renewalUses[id] ?? [];
  return {
    all: async () => copy(Object.values(tables.renewals).sort((a, b) => (a.id < b.id ? -1 : 1))),
    get: async (id) => copy(tables.renewals[id] ?? null),
    async put(renewal) {
      tables.renewals[renewal.id] = copy(renewal);
    },
    async delete(id) {
      delete tables.renewals[id];
      delete tables.renewalUses[id];
    },
    async putUses(renewalId, uses) {
      const rest = usesOf(renewalId).filter(({ position }) => !uses.some((use) => use.position === position));
      tables.renewalUses[renewalId] = [...rest, ...copy(uses)].sort((a, b) => a.position - b.position);
    },
    async uses({ renewalId, states, limit, offset = 0 }) {
      const found = usesOf(renewalId).filter(({ state }) => states?.includes(state) ?? true);
      return { items: copy(found.slice(offset, offset + limit)), total: found.length };
    },
    async counts(renewalId) {
      const byState = Map.groupBy(usesOf(renewalId), ({ state }) => state);
      return Object.fromEntries([...byState].map(([state, uses]) => [state, uses.length]));
    },
    async ofSource(source) {
      const found = Object.keys(tables.renewalUses).sort().flatMap((renewalId) => usesOf(renewalId).filter((use) => use.source === source).map((use) => ({ renewalId, use })));
      return copy(found);
    },
  };
}
