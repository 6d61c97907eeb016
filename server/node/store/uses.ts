import { sql, type Transaction } from 'kysely';
import { sourceOf } from '../../../contract/secret-source.ts';
import { targetKeys } from '../../contact-center-keys.ts';
import type { Repositories } from '../../store.ts';
import { pilotUse, queueUse } from '../../uses.ts';
import type { Database } from './database.ts';
import { byQueue, toPilot, visiblePilots } from './pilots.ts';

type Pilots = ReturnType<typeof visiblePilots>;

/** The repository of who has what. */
export function usesRepository(trx: Transaction<Database>): Repositories['uses'] {
  const page = async (query: Pilots, limit: number, offset = 0) => {
    const { total } = await query.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
    const found = await byQueue(query).limit(limit).offset(offset).execute();
    return { items: found.map((row) => ({ pilot: toPilot(row), queueName: row.queue_name })), total: Number(total) };
  };
  return {
    async ofNumber(number, { but, limit }) {
      const inQueues = trx
        .selectFrom('queues')
        .where('number', '=', number)
        .where('deleted_at', 'is', null)
        .$if(but !== undefined, (query) => query.where('id', '<>', but?.queueId ?? ''));
      const { total } = await inQueues.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
      const queues = await inQueues.select(['id', 'name']).orderBy('name_key').orderBy('id').limit(limit).execute();
      const inPilots = visiblePilots(trx)
        .where('pilots.number', '=', number)
        .$if(but?.pilotId === null, (query) => query.where('pilots.queue_id', '<>', but?.queueId ?? ''))
        .$if(typeof but?.pilotId === 'string', (query) => query.where('pilots.id', '<>', but?.pilotId ?? ''));
      const pilots = await page(inPilots, limit);
      return { items: [...queues.map(queueUse), ...pilots.items.map(pilotUse)].slice(0, limit), total: Number(total) + pilots.total };
    },
    async ofMailbox(mailbox, { but, limit }) {
      const found = await page(visiblePilots(trx).where('pilots.mailbox_key', '=', mailbox.toLowerCase()).where('pilots.id', '<>', but ?? ''), limit);
      return { items: found.items.map(pilotUse), total: found.total };
    },
    ofApplication: (target, { limit, offset }) => page(visiblePilots(trx).where('pilots.application_key', 'in', targetKeys(target)), limit, offset),
    async applications(limit) {
      const name = sql<string>`${sql.lit(`${sourceOf('queue-pilot', '')}`)} || pilots.queue_id || '/' || pilots.id || '/client-secret'`;
      const ranked = visiblePilots(trx)
        .leftJoin('secrets', (join) => join.on('secrets.name', '=', name))
        .where('pilots.application_key', 'is not', null)
        .select([
          'pilots.id as pilot_id',
          sql<number | string>`count(*) over (partition by pilots.application_key)`.as('uses'),
          sql<number | string>`row_number() over (partition by pilots.application_key order by case when secrets.name is null then 1 else 0 end, queues.name_key, queues.id, pilots.sort_key, pilots.id)`.as('place'),
        ]);
      const found = await visiblePilots(trx)
        .innerJoin(ranked.as('ranked'), 'ranked.pilot_id', 'pilots.id')
        .where('ranked.place', '=', 1)
        .selectAll('pilots')
        .select(['queues.name as queue_name', 'ranked.uses'])
        .orderBy('ranked.uses', 'desc')
        .orderBy('pilots.application_key')
        .limit(limit)
        .execute();
      return found.map((row) => ({ pilot: toPilot(row), queueName: row.queue_name, uses: Number(row.uses) }));
    },
  };
}
