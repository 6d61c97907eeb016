import type { NoticeChannel } from '../../../contract/notices.ts';
import type { Context } from '../context.ts';
import { nextChange } from '../http/long-poll.ts';
import { tellPending } from './bundle.ts';
import { tellEnds } from './ends.ts';
import { channelsOn, readNotices } from './settings.ts';

const hour = 3_600_000;
const afterFault = 5_000;
// Each check writes several times: one look a second is enough.
const betweenLooks = 1_000;

/** Makes notices of what is to be told, and sends them, by what the store says; so a restart neither repeats nor loses one. Without a channel that is on nothing is told, and all of it waits. Ends with the signal. */
export async function keepNotices(context: Context, signal: AbortSignal): Promise<void> {
  const { store, clock, log } = context.ports;
  const sending = new Map<NoticeChannel, Promise<void>>();
  let endsDueAt = 0;
  let seen = '';
  let wake = () => {};

  // The channels do not wait for each other.
  function send(channel: NoticeChannel): void {
    const work = deliver(context, channel, signal)
      .catch((error: unknown) => {
        if (signal.aborted) return undefined;
        log.error({ channel, error: String(error) }, 'a notice could not be sent');
        return clock.sleep(afterFault, signal);
      })
      .finally(() => {
        sending.delete(channel);
        wake();
      });
    sending.set(channel, work);
  }

  async function look(): Promise<number> {
    const { settings, version } = await store.transaction(readNotices);
    const channels = channelsOn(settings);
    if (channels.length === 0) return hour;
    const now = () => clock.now().getTime();
    let wait = Math.min(hour, await tellPending(context, channels));
    if (now() >= endsDueAt || version !== seen) {
      await tellEnds(context, channels);
      endsDueAt = now() + hour;
      seen = version;
    }
    wait = Math.min(wait, endsDueAt - now());
    for (const channel of channels) {
      if (sending.has(channel)) continue;
      const { nextAt } = await store.transaction((rows) => rows.notices.waiting(channel));
      const left = nextAt === null ? hour : Date.parse(nextAt) - now();
      if (left <= 0) send(channel);
      else wait = Math.min(wait, left);
    }
    return wait;
  }

  while (!signal.aborted) {
    const changed = nextChange(store, signal);
    const woken = new AbortController();
    wake = () => woken.abort();
    try {
      await clock.sleep(await look(), AbortSignal.any([changed.signal, woken.signal]));
    } catch (error) {
      log.error({ error: String(error) }, 'the keeper of notices failed');
      await clock.sleep(afterFault, signal);
    } finally {
      changed.end();
    }
    await clock.sleep(betweenLooks, signal);
  }
  await Promise.all(sending.values());
}

// Only where something is sent: it takes room that is not there otherwise.
async function deliver(context: Context, channel: NoticeChannel, signal: AbortSignal): Promise<void> {
  const { deliverNext } = await import('./deliver.ts');
  await deliverNext(context, channel, signal);
}
