import type { Transaction } from 'kysely';
import type { CheckRunItemRow, CheckRunRow, CheckRuns } from '../../check-run-rows.ts';
import type { Database } from './database.ts';

// As many as one statement takes without care about its parameters.
const batch = 500;

/** The repository of runs of Check everything. */
export function checkRunRepository(trx: Transaction<Database>): CheckRuns {
  return {
    async get(id) {
      const found = await trx.selectFrom('check_runs').select('row').where('id', '=', id).executeTakeFirst();
      return found ? (JSON.parse(found.row) as CheckRunRow) : null;
    },
    async put(run) {
      const rest = { state: run.state, row: JSON.stringify(run) };
      await trx.insertInto('check_runs').values({ id: run.id, ...rest }).onConflict((conflict) => conflict.column('id').doUpdateSet(rest)).execute();
    },
    async list({ state, limit, offset = 0 }) {
      const filtered = trx.selectFrom('check_runs').$if(state !== undefined, (query) => query.where('state', '=', state ?? ''));
      const { total } = await filtered.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
      const found = await filtered.select('row').orderBy('sequence', 'desc').limit(limit).offset(offset).execute();
      return { items: found.map(({ row }) => JSON.parse(row) as CheckRunRow), total: Number(total) };
    },
    async prune(keep) {
      const kept = trx.selectFrom('check_runs').select('sequence').orderBy('sequence', 'desc').limit(keep);
      await trx.deleteFrom('check_runs').where('sequence', 'not in', kept).execute();
    },
    async putItems(runId, items) {
      for (let from = 0; from < items.length; from += batch) {
        const values = items.slice(from, from + batch).map((item) => ({ run_id: runId, position: item.position, state: item.state, row: JSON.stringify(item) }));
        await trx
          .insertInto('check_run_items')
          .values(values)
          .onConflict((conflict) => conflict.columns(['run_id', 'position']).doUpdateSet(({ ref }) => ({ state: ref('excluded.state'), row: ref('excluded.row') })))
          .execute();
      }
    },
    async items({ runId, state, limit, offset = 0 }) {
      const filtered = trx
        .selectFrom('check_run_items')
        .where('run_id', '=', runId)
        .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''));
      const { total } = await filtered.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
      const found = await filtered.select('row').orderBy('position').limit(limit).offset(offset).execute();
      return { items: found.map(({ row }) => JSON.parse(row) as CheckRunItemRow), total: Number(total) };
    },
  };
}
