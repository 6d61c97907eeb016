import type { Delivery, NoticeRepository, NoticeStanding, PendingGroup, ToldEnd } from '../notice-rows.ts';

export interface NoticeTables {
  noticeStandings: NoticeStanding[];
  noticeEnds: ToldEnd[];
  noticeDeliveries: Delivery[];
}

/** The repository of notices over a JSON value. */
export function noticeRepository(tables: NoticeTables, copy: <T>(value: T) => T): NoticeRepository {
  const waitingFor = (channel: Delivery['channel']) => tables.noticeDeliveries.filter((one) => one.channel === channel).toSorted((a, b) => compare(a.nextAt, b.nextAt));
  const find = ({ id, channel }: Pick<Delivery, 'id' | 'channel'>) => tables.noticeDeliveries.find((one) => one.id === id && one.channel === channel);
  return {
    standing: async (name, ref) => copy(tables.noticeStandings.find((one) => one.function === name && one.ref === ref) ?? null),
    async putStanding(standing) {
      tables.noticeStandings = [...tables.noticeStandings.filter((one) => !isSame(one, standing)), copy(standing)];
    },
    async deleteStanding(name, ref) {
      tables.noticeStandings = tables.noticeStandings.filter((one) => !isSame(one, { function: name, ref }));
    },
    async pending() {
      const groups = new Map<string, PendingGroup>();
      for (const { pending } of tables.noticeStandings) {
        if (!pending) continue;
        const { kind, group, at } = pending;
        const { first, last, count } = groups.get(`${kind} ${group}`) ?? { first: at, last: at, count: 0 };
        groups.set(`${kind} ${group}`, { kind, group, first: at < first ? at : first, last: at > last ? at : last, count: count + 1 });
      }
      return [...groups.values()];
    },
    async pendingOf({ kind, group }) {
      return copy(tables.noticeStandings.filter(({ pending }) => pending?.kind === kind && pending.group === group).toSorted((a, b) => compare(a.function, b.function) || compare(a.ref, b.ref)));
    },
    ends: async () => copy(tables.noticeEnds),
    async putEnd(end) {
      tables.noticeEnds = [...tables.noticeEnds.filter((one) => !(isSame(one, end) && one.what === end.what)), copy(end)];
    },
    async deleteEnd(end) {
      tables.noticeEnds = tables.noticeEnds.filter((one) => !(isSame(one, end) && one.what === end.what));
    },
    async addDelivery(delivery) {
      tables.noticeDeliveries.push(copy(delivery));
    },
    nextDelivery: async (channel) => copy(waitingFor(channel)[0] ?? null),
    async waiting(channel) {
      const found = waitingFor(channel);
      return { count: found.length, nextAt: found[0]?.nextAt ?? null };
    },
    async progress({ id, channel, ...rest }) {
      Object.assign(find({ id, channel }) ?? {}, copy(rest));
    },
    async deleteDelivery(gone) {
      const found = find(gone);
      tables.noticeDeliveries = tables.noticeDeliveries.filter((one) => one !== found);
    },
    async hasten(channel, at) {
      if (at === null) tables.noticeDeliveries = tables.noticeDeliveries.filter((one) => one.channel !== channel);
      else for (const one of waitingFor(channel)) one.nextAt = at;
    },
  };
}

function isSame(a: Pick<ToldEnd, 'function' | 'ref'>, b: Pick<ToldEnd, 'function' | 'ref'>): boolean {
  return a.function === b.function && a.ref === b.ref;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
