import type { QueueSort } from '../../contract/contact-center.ts';
import { pilotRef, sourceOf } from '../../contract/secret-source.ts';
import { applicationKey, compareKeys, firstDue, mailboxKey, naturalKey, pilotKey, searchTerms, searchTextOfPilot, searchTextOfQueue, targetKeys } from '../contact-center-keys.ts';
import { pilotHealth, pilotHealths } from '../pilot-health.ts';
import type { PilotOfQueue, PilotRow, QueueListRow, QueueRow } from '../contact-center-rows.ts';
import type { Repositories, SecretRow } from '../store.ts';
import { pilotUse, queueUse } from '../uses.ts';

/** The contact center's part of the tables. */
export interface ContactCenterTables {
  queues: Record<string, QueueRow>;
  pilots: Record<string, PilotRow & { dueAt: string | null }>;
  secrets: Record<string, SecretRow>;
}

type Key = string | number;

/** The contact center's repositories over the tables; `copy` keeps them from being changed by a row in hand. */
export function contactCenterRepositories(tables: ContactCenterTables, copy: <T>(value: T) => T): Pick<Repositories, 'queues' | 'pilots' | 'uses' | 'deleted'> {
  const queues = () => Object.values(tables.queues).filter((queue) => queue.deletedAt === null);
  const pilots = () => Object.values(tables.pilots).filter((pilot) => pilot.deletedAt === null && tables.queues[pilot.queueId]?.deletedAt === null);
  const row = ({ dueAt: _dueAt, ...pilot }: PilotRow & { dueAt: string | null }): PilotRow => copy(pilot);
  const withQueue = (pilot: PilotRow & { dueAt: string | null }): PilotOfQueue => ({ pilot: row(pilot), queueName: tables.queues[pilot.queueId]?.name ?? '' });
  const byQueue = (found: (PilotRow & { dueAt: string | null })[]) =>
    sorted(found, (pilot) => [naturalKey(tables.queues[pilot.queueId]?.name ?? ''), pilot.queueId, pilotKey(pilot), pilot.id]).map(withQueue);
  const hasSecret = ({ pilot }: PilotOfQueue) => tables.secrets[`${sourceOf('queue-pilot', pilotRef(pilot.queueId, pilot.id))}/client-secret`] !== undefined;
  const standing = (own: readonly PilotRow[], soon: string): Pick<QueueListRow, 'pilots' | 'health'> => {
    const healths = own.map((pilot) => pilotHealth(pilot, soon));
    return { pilots: own.length, health: pilotHealths.find((health) => healths.includes(health)) ?? 'not-set-up' };
  };

  const putPilot = (pilot: Omit<PilotRow, 'standing'>) => {
    const former = tables.pilots[pilot.id];
    const dueAt = former?.changedAt === pilot.changedAt ? former.dueAt : firstDue(pilot.changedAt);
    tables.pilots[pilot.id] = { ...copy(pilot), standing: former?.standing ?? null, dueAt: pilot.email && dueAt };
  };

  return {
    queues: {
      get: async (id) => copy(tables.queues[id] ?? null),
      all: async () => copy(sorted(queues(), ({ id, name }) => [naturalKey(name), id])),
      async putAll(all) {
        for (const one of all) tables.queues[one.id] = { ...copy(one), version: (tables.queues[one.id]?.version ?? 0) + 1 };
      },
      async put(queue) {
        tables.queues[queue.id] = copy(queue);
      },
      async list({ q, sort, descending, soon, limit, offset = 0 }) {
        const ofQueue = Map.groupBy(pilots(), ({ queueId }) => queueId);
        const terms = q === undefined ? [''] : searchTerms(q);
        const holds = (text: string) => terms.some((term) => text.includes(term));
        const found = queues()
          .filter((queue) => holds(searchTextOfQueue(queue)) || ofQueue.get(queue.id)?.some((pilot) => holds(searchTextOfPilot(pilot))))
          .map(({ id, name, number }): QueueListRow => ({ id, name, number, ...standing(ofQueue.get(id) ?? [], soon) }));
        const by: Record<QueueSort, (queue: QueueListRow) => Key> = {
          name: ({ name }) => naturalKey(name),
          number: ({ number }) => naturalKey(number),
          pilots: (queue) => queue.pilots,
          health: ({ health }) => pilotHealths.findIndex((one) => one === health),
        };
        const items = sorted(found, (queue) => [by[sort](queue), naturalKey(queue.name), queue.id], descending).slice(offset, offset + limit);
        return { items: copy(items), total: found.length };
      },
      standing: async (id, soon) => standing(pilots().filter(({ queueId }) => queueId === id), soon),
      async purge(id) {
        delete tables.queues[id];
        for (const pilot of Object.values(tables.pilots)) if (pilot.queueId === id) delete tables.pilots[pilot.id];
      },
    },
    pilots: {
      async get(id) {
        const found = tables.pilots[id];
        return found ? row(found) : null;
      },
      all: async () => byQueue(pilots()),
      async putAll(all) {
        for (const pilot of all) putPilot({ ...pilot, version: (tables.pilots[pilot.id]?.version ?? 0) + 1 });
      },
      put: async (pilot) => putPilot(pilot),
      async purge(id) {
        delete tables.pilots[id];
      },
      async list({ queueId, limit, offset = 0 }) {
        const found = pilots().filter((pilot) => pilot.queueId === queueId);
        return { items: byQueue(found).slice(offset, offset + limit).map(({ pilot }) => pilot), total: found.length };
      },
      ofEmail: async (limit) => byQueue(pilots().filter(({ type }) => type === 'email')).slice(0, limit),
      ofQueue: async (queueId) => byQueue(Object.values(tables.pilots).filter((pilot) => pilot.queueId === queueId)).map(({ pilot }) => pilot),
      async conclude(id, ended) {
        const pilot = tables.pilots[id];
        if (pilot) pilot.standing = copy(ended);
      },
      async schedule(id, dueAt) {
        const pilot = tables.pilots[id];
        if (pilot) pilot.dueAt = dueAt;
      },
      async due(limit) {
        const found = pilots().flatMap(({ id, queueId, dueAt }) => (dueAt === null ? [] : [{ id, queueId, dueAt }]));
        return sorted(found, ({ id, dueAt }) => [dueAt, id]).slice(0, limit);
      },
    },
    uses: {
      async ofNumber(number, { but, limit }) {
        const inQueues = queues().filter((queue) => queue.number === number && queue.id !== but?.queueId);
        const inPilots = pilots().filter((pilot) => pilot.number === number && !(but?.pilotId === null ? pilot.queueId === but.queueId : pilot.id === but?.pilotId));
        const items = [...sorted(inQueues, ({ id, name }) => [naturalKey(name), id]).map(queueUse), ...byQueue(inPilots).map(pilotUse)];
        return { items: items.slice(0, limit), total: items.length };
      },
      async ofMailbox(mailbox, { but, limit }) {
        const found = byQueue(pilots().filter((pilot) => mailboxKey(pilot) === mailbox.toLowerCase() && pilot.id !== but));
        return { items: found.slice(0, limit).map(pilotUse), total: found.length };
      },
      async ofApplication(target, { limit, offset = 0 }) {
        const keys = targetKeys(target);
        const found = byQueue(pilots().filter((pilot) => keys.includes(applicationKey(pilot) ?? '')));
        return { items: found.slice(offset, offset + limit), total: found.length };
      },
      async applications(limit) {
        const groups = Map.groupBy(byQueue(pilots().filter((pilot) => applicationKey(pilot) !== null)), ({ pilot }) => applicationKey(pilot) ?? '');
        return sorted([...groups], ([key, all]) => [-all.length, key])
          .slice(0, limit)
          .flatMap(([, all]) => {
            const first = all.find(hasSecret) ?? all[0];
            return first ? [{ ...first, uses: all.length }] : [];
          });
      },
    },
    deleted: {
      async before(instant) {
        const isOver = ({ deletedAt }: { deletedAt: string | null }) => deletedAt !== null && deletedAt <= instant;
        const order = ({ deletedAt, id }: { deletedAt: string | null; id: string }) => [deletedAt ?? '', id];
        return { queues: copy(sorted(Object.values(tables.queues).filter(isOver), order)), pilots: sorted(Object.values(tables.pilots).filter(isOver), order).map(row) };
      },
      async oldest() {
        return [...Object.values(tables.queues), ...Object.values(tables.pilots)].flatMap(({ deletedAt }) => deletedAt ?? []).sort()[0] ?? null;
      },
    },
  };
}

// Each key is made once; only the first of them goes the other way round.
function sorted<Row>(rows: readonly Row[], keysOf: (row: Row) => readonly Key[], descending = false): Row[] {
  const compare = (a: Key, b: Key) => (typeof a === 'number' || typeof b === 'number' ? Number(a) - Number(b) : compareKeys(a, b));
  const keyed = rows.map((row) => ({ row, keys: keysOf(row) }));
  keyed.sort((a, b) => a.keys.reduce<number>((before, key, at) => before || compare(key, b.keys[at] ?? '') * (descending && at === 0 ? -1 : 1), 0));
  return keyed.map(({ row }) => row);
}
