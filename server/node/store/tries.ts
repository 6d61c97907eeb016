import type { Selectable, Transaction } from 'kysely';
import type { Tries, TryRow } from '../../try-rows.ts';
import type { Database } from './database.ts';

/** Tried passwords over one transaction. */
export function tryRepository(trx: Transaction<Database>): Tries {
  return {
    async get(account, source) {
      const row = await trx.selectFrom('tries').selectAll().where('account', '=', account).where('source', '=', source).executeTakeFirst();
      return row ? toTry(row) : null;
    },
    async put({ account, source, wrong, at, until, goodAt }) {
      const rest = { wrong, at, until, good_at: goodAt };
      await trx.insertInto('tries').values({ account, source, ...rest }).onConflict((conflict) => conflict.columns(['account', 'source']).doUpdateSet(rest)).execute();
    },
    async deleteOf(account) {
      await trx.deleteFrom('tries').where('account', '=', account).execute();
    },
    async prune({ before, goodBefore, keep }) {
      await trx.deleteFrom('tries').where('at', '<', before).where(({ or, eb }) => or([eb('good_at', 'is', null), eb('good_at', '<', goodBefore)])).execute();
      const beyond = await trx.selectFrom('tries').select('at').orderBy('at', 'desc').offset(keep).limit(1).executeTakeFirst();
      if (beyond) await trx.deleteFrom('tries').where('at', '<=', beyond.at).execute();
    },
  };
}

function toTry({ good_at: goodAt, ...row }: Selectable<Database['tries']>): TryRow {
  return { ...row, goodAt };
}
