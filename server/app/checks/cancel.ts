import type { CheckRow, Repositories } from '../../store.ts';
import { withoutUnreached } from './run.ts';

const mostRunning = 1_000;

/** Ends the running and waiting checks that `isOne` picks. */
export async function cancelChecks(rows: Repositories, isOne: (row: CheckRow) => boolean, now: Date): Promise<void> {
  for (const state of ['running', 'waiting'] as const) {
    const { items } = await rows.checks.list({ state, limit: mostRunning });
    for (const row of items.filter(isOne)) {
      await rows.checks.put({ ...row, state: 'cancelled', endedAt: row.endedAt ?? now.toISOString(), version: row.version + 1, steps: withoutUnreached(row.steps) });
    }
  }
}
