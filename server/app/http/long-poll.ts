import type { Ports } from '../../ports.ts';
import { ProblemError } from './problem.ts';

const longest = 25_000;

/** Reads until the version is another than `after` (a text from the query, or undefined: at once), 25 s at most, or until the asker is gone. */
export async function whenNewer<Found extends { version: number }>(
  { store, clock }: Ports,
  after: string | undefined,
  signal: AbortSignal,
  read: () => Promise<Found>,
): Promise<Found> {
  if (after !== undefined && !/^\d{1,16}$/.test(after)) throw new ProblemError('invalid', { errors: [{ pointer: '/after', code: 'type', detail: 'A version is a number.' }] });
  const deadline = clock.now().getTime() + longest;
  for (;;) {
    const changed = nextChange(store, signal);
    try {
      const found = await read();
      const left = deadline - clock.now().getTime();
      if (after === undefined || found.version !== Number(after) || left <= 0 || signal.aborted) return found;
      await clock.sleep(left, changed.signal);
    } finally {
      changed.end();
    }
  }
}

/** A signal that is aborted by the next write to the store, or by `outer`. */
export function nextChange(store: Ports['store'], outer: AbortSignal): { signal: AbortSignal; end: () => void } {
  const controller = new AbortController();
  const unwatch = store.watch(() => controller.abort());
  return { signal: AbortSignal.any([outer, controller.signal]), end: unwatch };
}
