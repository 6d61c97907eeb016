import { sql, type Selectable, type Transaction } from 'kysely';
import type { QueueSort } from '../../../contract/contact-center.ts';
import { naturalKey, searchTerms, searchTextOfQueue } from '../../contact-center-keys.ts';
import { pilotHealths } from '../../pilot-health.ts';
import type { QueueRow } from '../../contact-center-rows.ts';
import type { Repositories } from '../../store.ts';
import type { Database } from './database.ts';

const order = { name: [], number: ['number_key'], pilots: ['pilots'], health: ['worst'] } as const satisfies Record<QueueSort, readonly string[]>;
const place = (health: (typeof pilotHealths)[number]) => sql.lit(pilotHealths.indexOf(health));
const noPilots = pilotHealths.indexOf('not-set-up');

// As many as one statement takes without care about its parameters.
const batch = 500;

/** The repository of queues. */
export function queueRepository(trx: Transaction<Database>): Repositories['queues'] {
  return {
    async get(id) {
      const row = await trx.selectFrom('queues').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toQueue(row) : null;
    },
    async all() {
      const found = await trx.selectFrom('queues').selectAll().where('deleted_at', 'is', null).orderBy('name_key').orderBy('id').execute();
      return found.map(toQueue);
    },
    async putAll(queues) {
      for (let from = 0; from < queues.length; from += batch) {
        const values = queues.slice(from, from + batch).map((queue) => fromQueue({ ...queue, version: 1 }));
        await trx
          .insertInto('queues')
          .values(values)
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet(({ eb, ref }) => ({
              name: ref('excluded.name'),
              number: ref('excluded.number'),
              name_key: ref('excluded.name_key'),
              number_key: ref('excluded.number_key'),
              search: ref('excluded.search'),
              version: eb('queues.version', '+', 1),
              changed_at: ref('excluded.changed_at'),
              deleted_at: ref('excluded.deleted_at'),
              deleted_by: ref('excluded.deleted_by'),
            })),
          )
          .execute();
      }
    },
    async put(queue) {
      const { id, ...rest } = fromQueue(queue);
      await trx.insertInto('queues').values({ id, ...rest }).onConflict((conflict) => conflict.column('id').doUpdateSet(rest)).execute();
    },
    async list({ q, sort, descending, soon, limit, offset = 0 }) {
      const terms = q === undefined ? [] : searchTerms(q);
      const filtered = trx
        .selectFrom('queues')
        .where('queues.deleted_at', 'is', null)
        .$if(terms.length > 0, (query) =>
          query.where(({ eb, or, selectFrom }) => {
            const withPilot = selectFrom('pilots').select('queue_id').where('deleted_at', 'is', null).where(contains('pilots.search', terms));
            return or([contains('queues.search', terms), eb('queues.id', 'in', withPilot)]);
          }),
        );
      const { total } = await filtered.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
      const direction = descending ? 'desc' : 'asc';
      const found = await filtered
        .leftJoin(standings(trx, soon).as('standings'), 'standings.queue_id', 'queues.id')
        .select(['queues.id', 'queues.name', 'queues.number'])
        .select(({ fn }) => [fn.coalesce('standings.pilots', sql.lit(0)).as('pilots'), fn.coalesce('standings.worst', sql.lit(noPilots)).as('worst')])
        .$call((query) => order[sort].reduce((ordered, column) => ordered.orderBy(column, direction), query))
        .orderBy('queues.name_key', sort === 'name' ? direction : 'asc')
        .orderBy('queues.id')
        .limit(limit)
        .offset(offset)
        .execute();
      return { items: found.map(({ id, name, number, pilots, worst }) => ({ id, name, number, ...toStanding(pilots, worst) })), total: Number(total) };
    },
    async standing(id, soon) {
      const row = await standings(trx, soon).where('queue_id', '=', id).executeTakeFirst();
      return toStanding(row?.pilots ?? 0, row?.worst ?? null);
    },
    async purge(id) {
      await trx.deleteFrom('queues').where('id', '=', id).execute();
    },
  };
}

// `pilotHealth` as the database says it: the place in `pilotHealths`, null for calls and faxes.
function standings(trx: Transaction<Database>, soon: string) {
  const health = sql<number | null>`case
    when type <> 'email' then null
    when result = 'failed' and started_at >= changed_at then ${place('failing')}
    when secret_ends < ${soon} then ${place('warning')}
    when started_at >= changed_at then ${place('working')}
    else ${place('unchecked')} end`;
  return trx
    .selectFrom('pilots')
    .where('deleted_at', 'is', null)
    .groupBy('queue_id')
    .select(({ fn }) => ['queue_id', fn.countAll<number | string>().as('pilots'), fn.min(health).as('worst')]);
}

function toStanding(pilots: number | string, worst: number | null) {
  return { pilots: Number(pilots), health: pilotHealths[worst ?? noPilots] ?? 'not-set-up' };
}

function contains(column: 'queues.search' | 'pilots.search', terms: readonly string[]) {
  const patterns = terms.map((term) => sql<boolean>`${sql.ref(column)} like ${`%${term.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`);
  return sql<boolean>`(${sql.join(patterns, sql` or `)})`;
}

/** A queue as it is stored. */
export function toQueue({ id, name, number, version, changed_at, deleted_at, deleted_by }: Selectable<Database['queues']>): QueueRow {
  return { id, name, number, version, changedAt: changed_at, deletedAt: deleted_at, deletedBy: deleted_by };
}

function fromQueue(queue: QueueRow): Selectable<Database['queues']> {
  const { id, name, number, version, changedAt, deletedAt, deletedBy } = queue;
  return { id, name, number, name_key: naturalKey(name), number_key: naturalKey(number), search: searchTextOfQueue(queue), version, changed_at: changedAt, deleted_at: deletedAt, deleted_by: deletedBy };
}
