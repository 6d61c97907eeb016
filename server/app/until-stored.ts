import type { Ports } from '../ports.ts';
import { StoreUnavailable } from '../store.ts';

const pauseMs = 2_000;
const mostTries = 60;

/** Stores what there is only once, as tokens or the end of a check: tries again for two minutes while the store is away. */
export async function untilStored<T>({ clock, log }: Ports, store: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await store();
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || tries === mostTries) throw error;
      log.warn({ tries }, 'something waits for the store');
      await clock.sleep(pauseMs, new AbortController().signal);
    }
  }
}
