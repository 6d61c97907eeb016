import type { Insertable, Selectable, Transaction } from 'kysely';
import { pilotType } from '../../../contract/contact-center.ts';
import { applicationKey, firstDue, mailboxKey, pilotKey, searchTextOfPilot, secretEnd } from '../../contact-center-keys.ts';
import type { PilotEmail, PilotRow, PilotStanding } from '../../contact-center-rows.ts';
import type { Repositories } from '../../store.ts';
import type { Database } from './database.ts';
import { toQueue } from './queues.ts';

// Without what the database alone needs: narrower rows are sorted faster.
const ofPilot = ['id', 'queue_id', 'type', 'name', 'number', 'email', 'version', 'changed_at', 'deleted_at', 'deleted_by', 'standing'] as const;

// As many as one statement takes without care about its parameters.
const batch = 500;

/** The repository of pilots. */
export function pilotRepository(trx: Transaction<Database>): Repositories['pilots'] {
  return {
    async get(id) {
      const row = await trx.selectFrom('pilots').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? toPilot(row) : null;
    },
    async all() {
      const found = await byQueue(visiblePilots(trx)).execute();
      return found.map((row) => ({ pilot: toPilot(row), queueName: row.queue_name }));
    },
    async putAll(pilots) {
      for (let from = 0; from < pilots.length; from += batch) {
        const values = pilots.slice(from, from + batch).map((pilot) => fromPilot({ ...pilot, version: 1 }));
        await trx
          .insertInto('pilots')
          .values(values)
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet(({ eb, ref }) => ({
              queue_id: ref('excluded.queue_id'),
              type: ref('excluded.type'),
              name: ref('excluded.name'),
              number: ref('excluded.number'),
              email: ref('excluded.email'),
              version: eb('pilots.version', '+', 1),
              changed_at: ref('excluded.changed_at'),
              deleted_at: ref('excluded.deleted_at'),
              deleted_by: ref('excluded.deleted_by'),
              sort_key: ref('excluded.sort_key'),
              search: ref('excluded.search'),
              mailbox_key: ref('excluded.mailbox_key'),
              application_key: ref('excluded.application_key'),
              secret_ends: ref('excluded.secret_ends'),
              due_at: eb.case().when('pilots.changed_at', '=', ref('excluded.changed_at')).then(ref('pilots.due_at')).else(ref('excluded.due_at')).end(),
            })),
          )
          .execute();
      }
    },
    async put(pilot) {
      const { id, due_at, ...rest } = fromPilot(pilot);
      await trx
        .insertInto('pilots')
        .values({ id, due_at, ...rest })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet(({ eb, ref }) => ({
            ...rest,
            due_at: eb.case().when('pilots.changed_at', '=', ref('excluded.changed_at')).then(ref('pilots.due_at')).else(ref('excluded.due_at')).end(),
          })),
        )
        .execute();
    },
    async purge(id) {
      await trx.deleteFrom('pilots').where('id', '=', id).execute();
    },
    async list({ queueId, limit, offset = 0 }) {
      const filtered = visiblePilots(trx).where('pilots.queue_id', '=', queueId);
      const { total } = await filtered.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
      const found = await filtered.selectAll('pilots').orderBy('pilots.sort_key').orderBy('pilots.id').limit(limit).offset(offset).execute();
      return { items: found.map(toPilot), total: Number(total) };
    },
    async ofEmail(limit) {
      const found = await byQueue(visiblePilots(trx).where('pilots.type', '=', 'email')).limit(limit).execute();
      return found.map((row) => ({ pilot: toPilot(row), queueName: row.queue_name }));
    },
    async ofQueue(queueId) {
      const found = await trx.selectFrom('pilots').selectAll().where('queue_id', '=', queueId).orderBy('sort_key').orderBy('id').execute();
      return found.map(toPilot);
    },
    async conclude(id, standing) {
      await trx.updateTable('pilots').set({ standing: JSON.stringify(standing), result: standing.result, started_at: standing.startedAt }).where('id', '=', id).execute();
    },
    async schedule(id, dueAt) {
      await trx.updateTable('pilots').set({ due_at: dueAt }).where('id', '=', id).execute();
    },
    async due(limit) {
      const found = await visiblePilots(trx)
        .where('pilots.type', '=', 'email')
        .select(['pilots.id', 'pilots.queue_id as queueId', 'pilots.due_at as dueAt', 'pilots.changed_at as changedAt'])
        .orderBy('pilots.due_at')
        .orderBy('pilots.id')
        .limit(limit)
        .execute();
      return found.map(({ id, queueId, dueAt, changedAt }) => ({ id, queueId, dueAt: dueAt ?? firstDue(changedAt) }));
    },
  };
}

/** The repository of what was deleted. */
export function deletionRepository(trx: Transaction<Database>): Repositories['deleted'] {
  return {
    async before(instant) {
      const queues = await trx.selectFrom('queues').selectAll().where('deleted_at', '<=', instant).orderBy('deleted_at').orderBy('id').execute();
      const pilots = await trx.selectFrom('pilots').selectAll().where('deleted_at', '<=', instant).orderBy('deleted_at').orderBy('id').execute();
      return { queues: queues.map(toQueue), pilots: pilots.map(toPilot) };
    },
    async oldest() {
      const { at: queue } = await trx.selectFrom('queues').select(({ fn }) => fn.min('deleted_at').as('at')).executeTakeFirstOrThrow();
      const { at: pilot } = await trx.selectFrom('pilots').select(({ fn }) => fn.min('deleted_at').as('at')).executeTakeFirstOrThrow();
      return [queue, pilot].filter((at) => at !== null).sort()[0] ?? null;
    },
  };
}

/** Pilots that are not deleted, of queues that are not. */
export function visiblePilots(trx: Transaction<Database>) {
  return trx.selectFrom('pilots').innerJoin('queues', 'queues.id', 'pilots.queue_id').where('pilots.deleted_at', 'is', null).where('queues.deleted_at', 'is', null);
}

/** Pilots with the names of their queues, by queue and name. */
export function byQueue(query: ReturnType<typeof visiblePilots>) {
  return query.select(ofPilot.map((column) => `pilots.${column}` as const)).select('queues.name as queue_name').orderBy('queues.name_key').orderBy('queues.id').orderBy('pilots.sort_key').orderBy('pilots.id');
}

/** A pilot as it is stored. */
export function toPilot(row: Pick<Selectable<Database['pilots']>, (typeof ofPilot)[number]>): PilotRow {
  const { id, queue_id, type, name, number, email, version, changed_at, deleted_at, deleted_by, standing } = row;
  return {
    id,
    queueId: queue_id,
    type: pilotType.parse(type),
    name,
    number,
    email: email === null ? null : (JSON.parse(email) as PilotEmail),
    version,
    changedAt: changed_at,
    deletedAt: deleted_at,
    deletedBy: deleted_by,
    standing: standing === null ? null : (JSON.parse(standing) as PilotStanding),
  };
}

function fromPilot(pilot: Omit<PilotRow, 'standing'>): Insertable<Database['pilots']> {
  const { id, queueId, type, name, number, email, version, changedAt, deletedAt, deletedBy } = pilot;
  return {
    id,
    queue_id: queueId,
    type,
    name,
    number,
    email: email && JSON.stringify(email),
    version,
    changed_at: changedAt,
    deleted_at: deletedAt,
    deleted_by: deletedBy,
    sort_key: pilotKey(pilot),
    search: searchTextOfPilot(pilot),
    mailbox_key: mailboxKey(pilot),
    application_key: applicationKey(pilot),
    secret_ends: secretEnd(pilot),
    due_at: email && firstDue(changedAt),
  };
}
