import type { FunctionEnd, FunctionName, FunctionRow, Health } from '../../../contract/functions.ts';

/** A row of Home: a function, or all queue pilots together. */
export interface HomeRow {
  function: FunctionName;
  health: Health;
  /** Of queue pilots: how many have which health, the worst first. */
  counts: readonly (readonly [Health, number])[];
  /** Of queue pilots that of the one that was good longest ago. */
  lastGood: string | null;
  next: FunctionEnd | null;
}

/** Who must act, for one function, or for the queue pilots that need the same. */
export interface HomeNeed {
  rows: readonly FunctionRow[];
  owner: NonNullable<FunctionRow['needs']>['owner'];
  why: string;
  health: Health;
  since: string | null;
}

const worstFirst: readonly Health[] = ['failing', 'sign-in-required', 'warning', 'unchecked', 'working', 'not-set-up'];

/** The functions, and the queue pilots in one row. */
export function homeRows(rows: readonly FunctionRow[], now: number): HomeRow[] {
  const pilots = rows.filter(isPilot);
  const counts = [...Map.groupBy(pilots, ({ health }) => health)].map(([health, { length }]) => [health, length] as const).sort(([a], [b]) => rank(a) - rank(b));
  const lastGood = pilots.flatMap((row) => row.lastGood ?? []).sort()[0] ?? null;
  const ofPilots: HomeRow = { function: 'queue-pilot', health: counts[0]?.[0] ?? 'not-set-up', counts, lastGood, next: nextEnd(pilots.flatMap(({ ends }) => ends), now) };
  const functions = rows.filter((row) => !isPilot(row)).map((row): HomeRow => ({ function: row.function, health: row.health, counts: [], lastGood: row.lastGood, next: nextEnd(row.ends, now) }));
  return [...functions, ofPilots];
}

/** Who must act: what does not work first, functions before queue pilots, and last what passes by itself. Pilots that need the same of the same are one. */
export function homeNeeds(rows: readonly FunctionRow[]): HomeNeed[] {
  const needy = rows.filter(({ needs }) => needs);
  const groups = Map.groupBy(needy, (row) => (isPilot(row) ? JSON.stringify([row.health, row.needs?.owner, row.needs?.why]) : row.function));
  return [...groups.values()]
    .flatMap((own): HomeNeed[] => {
      const [first] = own;
      return first?.needs ? [{ rows: own, ...first.needs, health: first.health, since: own.flatMap((row) => row.since ?? []).sort()[0] ?? null }] : [];
    })
    .sort((a, b) => Number(a.owner === 'nobody') - Number(b.owner === 'nobody') || rank(a.health) - rank(b.health));
}

/** What ends next. A secret or a sign-in that has ended is still to be renewed; of what Microsoft has switched off nothing is. */
function nextEnd(ends: readonly FunctionEnd[], now: number): FunctionEnd | null {
  const sorted = [...ends].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return sorted.find(({ what, at }) => what === 'client-secret' || what === 'sign-in' || Date.parse(at) > now) ?? sorted[0] ?? null;
}

function isPilot(row: FunctionRow): boolean {
  return row.function === 'queue-pilot';
}

function rank(health: Health): number {
  return worstFirst.indexOf(health);
}
