import type { NoticeChannel } from '../../../contract/notices.ts';
import type { NoticeItem, NoticeRow, NoticeStanding, PendingGroup } from '../../notice-rows.ts';
import type { Repositories } from '../../store.ts';
import type { Context } from '../context.ts';
import { newId } from '../ids.ts';
import { changeStatus, readStatus } from './status.ts';

const second = 1000;
const minute = 60 * second;
// What comes together is told together: until nothing more came for half a minute, five minutes at most.
const quietMs = 30 * second;
const longestMs = 5 * minute;
// Thousands of pilots are checked over an hour: those with the same cause wait for one more notice.
const holdMs = 60 * minute;

/** Makes the notices of what failed and recovered that are due now, for these channels. Answers in how many milliseconds the next ones are, Infinity where none wait. */
export function tellPending({ ports }: Context, channels: readonly NoticeChannel[]): Promise<number> {
  const now = ports.clock.now();
  return ports.store.transaction(async (rows) => {
    const groups = await rows.notices.pending();
    if (groups.length === 0) return Number.POSITIVE_INFINITY;
    const { status } = await readStatus(rows);
    const left = new Map(groups.map((group) => [group, waitOf(group, status.told, now)]));
    for (const kind of ['failed', 'recovered'] as const) {
      const free = groups.filter((group) => group.kind === kind && left.get(group)?.held === false);
      if (!free.some((group) => (left.get(group)?.ms ?? 0) <= 0)) continue;
      await tell(rows, kind, free);
      for (const group of free) left.delete(group);
    }
    return Math.min(Number.POSITIVE_INFINITY, ...[...left.values()].map(({ ms }) => ms));
  });

  async function tell(rows: Repositories, kind: PendingGroup['kind'], groups: readonly PendingGroup[]): Promise<void> {
    const standings = (await Promise.all(groups.map((group) => rows.notices.pendingOf(group)))).flat();
    await addNotice(rows, { id: newId(ports.random), kind, at: now.toISOString(), items: standings.map((standing) => itemOf(standing, kind)) }, channels);
    for (const standing of standings) {
      if (kind === 'failed') await rows.notices.putStanding({ ...standing, told: true, pending: null });
      else await rows.notices.deleteStanding(standing.function, standing.ref);
    }
    await changeStatus(rows, ({ told }) => ({ told: { ...fresh(told, now), ...Object.fromEntries(groups.map((group) => [keyOf(group), now.toISOString()])) } }));
  }
}

/** Puts a notice among those that are to be sent by these channels, at once. */
export async function addNotice(rows: Repositories, notice: NoticeRow, channels: readonly NoticeChannel[]): Promise<void> {
  for (const channel of channels) await rows.notices.addDelivery({ id: notice.id, channel, notice, attempts: 0, nextAt: notice.at, done: [], code: null });
}

function waitOf(group: PendingGroup, told: Record<string, string>, now: Date): { ms: number; held: boolean } {
  const until = Math.min(Date.parse(group.last) + quietMs, Date.parse(group.first) + longestMs);
  const before = told[keyOf(group)];
  const free = before === undefined ? 0 : Date.parse(before) + holdMs;
  return { ms: Math.max(until, free) - now.getTime(), held: free > now.getTime() };
}

function keyOf({ kind, group }: PendingGroup): string {
  return `${kind} ${group}`;
}

function fresh(told: Record<string, string>, now: Date): Record<string, string> {
  return Object.fromEntries(Object.entries(told).filter(([, at]) => Date.parse(at) + holdMs > now.getTime()));
}

function itemOf({ function: name, ref, queue, name: called, health, since, diagnosis }: NoticeStanding, kind: PendingGroup['kind']): NoticeItem {
  const failed = kind === 'failed';
  return { function: name, ref: ref === '' ? null : ref, queue, name: called, health: failed ? health : 'working', since, diagnosis: failed ? diagnosis : null, ends: null };
}
