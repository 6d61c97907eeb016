import type { EventRepository } from '../../event-rows.ts';
import type { Context } from '../context.ts';

const hour = 3_600_000;
const day = 24 * hour;
const afterFault = 60_000;
// Between two steps others have their turn.
const pause = 10;
const deletedAtOnce = 25;
const countedAtOnce = 5_000;

/** Deletes each hour the events that are too old or too many, in steps so small that no request waits for them. Ends with the signal. */
export async function keepEvents(context: Context, signal: AbortSignal): Promise<void> {
  const { clock, log } = context.ports;
  while (!signal.aborted) {
    const failed = await prune(context, signal).then(
      () => false,
      (error: unknown) => {
        log.error({ error: String(error) }, 'old events could not be deleted');
        return true;
      },
    );
    await clock.sleep(failed ? afterFault : hour, signal);
  }
}

async function prune({ ports: { store, clock }, config: { events } }: Context, signal: AbortSignal): Promise<void> {
  const step = <Result>(work: (rows: EventRepository) => Promise<Result>) => store.transaction((rows) => work(rows.events));
  const deleteAll = async (what: Parameters<EventRepository['prune']>[0]) => {
    while (!signal.aborted && (await step((rows) => rows.prune(what, deletedAtOnce))) === deletedAtOnce) await clock.sleep(pause, signal);
  };
  await deleteAll({ before: new Date(clock.now().getTime() - events.keepDays * day).toISOString() });
  // The newest one that is one too many; `newer` are newer than `at`.
  let at: string | null = null;
  let newer = -1;
  while (newer < events.keep && !signal.aborted) {
    const further: number = Math.min(countedAtOnce, events.keep - newer - 1);
    const from: string | null = at;
    at = await step((rows) => rows.olderBy(further, from));
    if (at === null) return;
    newer += further + 1;
    if (newer < events.keep) await clock.sleep(pause, signal);
  }
  if (at !== null) await deleteAll({ upTo: at });
}
