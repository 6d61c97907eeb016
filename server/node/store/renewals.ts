import type { Transaction } from 'kysely';
import type { RenewalUseState } from '../../../contract/renewal.ts';
import type { RenewalRow, Renewals, RenewalUseRow } from '../../renewal-rows.ts';
import type { Database } from './database.ts';

// Databases bound the values of a statement.
const batch = 100;

/** The repository of renewals of client secrets. */
export function renewalRepository(trx: Transaction<Database>): Renewals {
  return {
    async all() {
      const found = await trx.selectFrom('renewals').select('row').orderBy('id').execute();
      return found.map(({ row }) => JSON.parse(row) as RenewalRow);
    },
    async get(id) {
      const found = await trx.selectFrom('renewals').select('row').where('id', '=', id).executeTakeFirst();
      return found ? (JSON.parse(found.row) as RenewalRow) : null;
    },
    async put(renewal) {
      const row = JSON.stringify(renewal);
      await trx.insertInto('renewals').values({ id: renewal.id, row }).onConflict((conflict) => conflict.column('id').doUpdateSet({ row })).execute();
    },
    async delete(id) {
      await trx.deleteFrom('renewal_uses').where('renewal_id', '=', id).execute();
      await trx.deleteFrom('renewals').where('id', '=', id).execute();
    },
    async putUses(renewalId, uses) {
      for (let from = 0; from < uses.length; from += batch) {
        const values = uses.slice(from, from + batch).map((use) => ({ renewal_id: renewalId, position: use.position, source: use.source, state: use.state, row: JSON.stringify(use) }));
        await trx
          .insertInto('renewal_uses')
          .values(values)
          .onConflict((conflict) => conflict.columns(['renewal_id', 'position']).doUpdateSet(({ ref }) => ({ source: ref('excluded.source'), state: ref('excluded.state'), row: ref('excluded.row') })))
          .execute();
      }
    },
    async uses({ renewalId, states, limit, offset = 0 }) {
      const filtered = trx
        .selectFrom('renewal_uses')
        .where('renewal_id', '=', renewalId)
        .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []));
      const { total } = await filtered.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
      const found = await filtered.select('row').orderBy('position').limit(limit).offset(offset).execute();
      return { items: found.map(({ row }) => JSON.parse(row) as RenewalUseRow), total: Number(total) };
    },
    async counts(renewalId) {
      const found = await trx
        .selectFrom('renewal_uses')
        .where('renewal_id', '=', renewalId)
        .select(({ fn }) => ['state', fn.countAll().as('count')])
        .groupBy('state')
        .execute();
      return Object.fromEntries(found.map(({ state, count }) => [state as RenewalUseState, Number(count)]));
    },
    async ofSource(source) {
      const found = await trx.selectFrom('renewal_uses').select(['renewal_id', 'row']).where('source', '=', source).orderBy('renewal_id').execute();
      return found.map(({ renewal_id: renewalId, row }) => ({ renewalId, use: JSON.parse(row) as RenewalUseRow }));
    },
  };
}
