import type { Params } from '../../../contract/diagnosis.ts';
import type { NoticeChannel } from '../../../contract/notices.ts';
import type { Delivery } from '../../notice-rows.ts';
import type { Repositories } from '../../store.ts';
import type { Context } from '../context.ts';
import { recordIn, type NewEvent } from '../events/record.ts';
import { untilStored } from '../until-stored.ts';
import { savedWay, sendNotice, targetOf } from './send.ts';
import { readNotices } from './settings.ts';
import { changeStatus } from './status.ts';
import type { Outcome } from './webhook.ts';

const minute = 60_000;
/** The pauses between the tries, in minutes: about a day in all. */
export const pauses = [1, 5, 30, 120, 360, 900] as const;

/** Sends what a channel has to send first, if it is due, and stores how that went. A crash in between repeats it, under the same id. Ends with the signal. */
export async function deliverNext(context: Context, channel: NoticeChannel, signal: AbortSignal): Promise<void> {
  const { ports } = context;
  const { delivery, settings } = await ports.store.transaction(async (rows) => ({ delivery: await rows.notices.nextDelivery(channel), ...(await readNotices(rows)) }));
  if (!delivery || !settings[channel].enabled || Date.parse(delivery.nextAt) > ports.clock.now().getTime()) return;
  const done = [...delivery.done];
  const outcome = await sendNotice(context, savedWay(context, settings), channel, delivery.notice, done, signal);
  const target = targetOf(settings, channel);
  await untilStored(ports, () => ports.store.transaction((rows) => conclude(rows, context, { ...delivery, done }, target, outcome)));
}

async function conclude(rows: Repositories, { ports }: Context, delivery: Delivery, target: string, outcome: Outcome): Promise<void> {
  const { channel, notice, code } = delivery;
  const now = ports.clock.now();
  const at = now.toISOString();
  if (outcome === null) {
    await rows.notices.deleteDelivery(delivery);
    await changeStatus(rows, () => ({ [channel]: { lastSent: { at, kind: notice.kind }, failure: null } }));
    return recordIn(rows, ports, eventOf('notice-sent', delivery, { target }));
  }
  const { diagnosis, final, retryAfterSeconds } = outcome;
  const params = { ...diagnosis.params, target, code: diagnosis.code };
  await changeStatus(rows, (status) => ({ [channel]: { ...status[channel], failure: { at, diagnosis } } }));
  const attempts = delivery.attempts + 1;
  const pause = pauses[attempts - 1];
  if (final || pause === undefined) {
    await rows.notices.deleteDelivery(delivery);
    return recordIn(rows, ports, eventOf('notice-given-up', delivery, params));
  }
  const nextAt = new Date(now.getTime() + Math.max(pause * minute, (retryAfterSeconds ?? 0) * 1000)).toISOString();
  await rows.notices.progress({ ...delivery, attempts, nextAt, code: diagnosis.code });
  // The same once more is no news.
  if (code !== diagnosis.code) await recordIn(rows, ports, eventOf('notice-failed', delivery, params));
}

function eventOf(kind: NewEvent['kind'], { notice }: Delivery, params: NewEvent['params']): NewEvent {
  const [only, another] = notice.items;
  const of = only && !another ? { function: only.function, ref: only.ref } : { function: null };
  const names: Params = only && !another && only.name !== null ? { name: only.name, queue: only.queue ?? '' } : {};
  return { kind, ...of, actor: null, params: { ...params, ...names, notice: notice.id, [notice.kind]: notice.items.length } };
}
