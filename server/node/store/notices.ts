import type { Selectable, Transaction } from 'kysely';
import { functionName } from '../../../contract/functions.ts';
import type { Delivery, NoticeRepository, NoticeRow, NoticeStanding, PendingGroup } from '../../notice-rows.ts';
import type { Database } from './database.ts';

/** The repository of notices. */
export function noticeRepository(trx: Transaction<Database>): NoticeRepository {
  const one = (channel: Delivery['channel']) => trx.selectFrom('notice_deliveries').where('channel', '=', channel);
  return {
    async standing(name, ref) {
      const found = await trx.selectFrom('notice_standings').select('row').where('function', '=', name).where('ref', '=', ref).executeTakeFirst();
      return found ? toStanding(found.row) : null;
    },
    async putStanding(standing) {
      const { function: name, ref, pending } = standing;
      const rest = { pending: pending?.kind ?? null, pending_group: pending?.group ?? null, pending_at: pending?.at ?? null, row: JSON.stringify(standing) };
      await trx.insertInto('notice_standings').values({ function: name, ref, ...rest }).onConflict((conflict) => conflict.columns(['function', 'ref']).doUpdateSet(rest)).execute();
    },
    async deleteStanding(name, ref) {
      await trx.deleteFrom('notice_standings').where('function', '=', name).where('ref', '=', ref).execute();
    },
    async pending() {
      const found = await trx
        .selectFrom('notice_standings')
        .where('pending', 'is not', null)
        .select(({ fn }) => ['pending', 'pending_group', fn.min('pending_at').as('first'), fn.max('pending_at').as('last'), fn.countAll().as('count')])
        .groupBy(['pending', 'pending_group'])
        .execute();
      return found.map(({ pending, pending_group: group, first, last, count }) => ({ kind: pending as PendingGroup['kind'], group: group ?? '', first: String(first), last: String(last), count: Number(count) }));
    },
    async pendingOf({ kind, group }) {
      const found = await trx.selectFrom('notice_standings').select('row').where('pending', '=', kind).where('pending_group', '=', group).orderBy('function').orderBy('ref').execute();
      return found.map(({ row }) => toStanding(row));
    },
    async ends() {
      const found = await trx.selectFrom('notice_ends').selectAll().execute();
      return found.map((row) => ({ ...row, function: functionName.parse(row.function) }));
    },
    async putEnd({ at, days, ...key }) {
      await trx.insertInto('notice_ends').values({ ...key, at, days }).onConflict((conflict) => conflict.columns(['function', 'ref', 'what']).doUpdateSet({ at, days })).execute();
    },
    async deleteEnd({ function: name, ref, what }) {
      await trx.deleteFrom('notice_ends').where('function', '=', name).where('ref', '=', ref).where('what', '=', what).execute();
    },
    async addDelivery({ id, channel, notice, attempts, nextAt, done, code }) {
      await trx.insertInto('notice_deliveries').values({ id, channel, attempts, next_at: nextAt, done: JSON.stringify(done), code, notice: JSON.stringify(notice) }).execute();
    },
    async nextDelivery(channel) {
      const found = await one(channel).selectAll().orderBy('next_at').orderBy('sequence').limit(1).executeTakeFirst();
      return found ? toDelivery(found) : null;
    },
    async waiting(channel) {
      const { count, next } = await one(channel).select(({ fn }) => [fn.countAll().as('count'), fn.min('next_at').as('next')]).executeTakeFirstOrThrow();
      return { count: Number(count), nextAt: next };
    },
    async progress({ id, channel, attempts, nextAt, done, code }) {
      await trx.updateTable('notice_deliveries').set({ attempts, next_at: nextAt, done: JSON.stringify(done), code }).where('id', '=', id).where('channel', '=', channel).execute();
    },
    async deleteDelivery({ id, channel }) {
      await trx.deleteFrom('notice_deliveries').where('id', '=', id).where('channel', '=', channel).execute();
    },
    async hasten(channel, at) {
      if (at === null) await trx.deleteFrom('notice_deliveries').where('channel', '=', channel).execute();
      else await trx.updateTable('notice_deliveries').set({ next_at: at }).where('channel', '=', channel).execute();
    },
  };
}

function toStanding(row: string): NoticeStanding {
  return JSON.parse(row) as NoticeStanding;
}

function toDelivery({ id, channel, notice, attempts, next_at: nextAt, done, code }: Selectable<Database['notice_deliveries']>): Delivery {
  return { id, channel: channel === 'mail' ? 'mail' : 'webhook', notice: JSON.parse(notice) as NoticeRow, attempts, nextAt, done: JSON.parse(done) as string[], code };
}
