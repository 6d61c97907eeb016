import type { Clock } from '../../ports.ts';

/** Runs a work with a signal that is aborted after `ms`, or with `outer`; `isOver` says whether the time was over. */
export async function withTimeLimit<T>(clock: Clock, ms: number, outer: AbortSignal, work: (signal: AbortSignal, isOver: () => boolean) => Promise<T>): Promise<T> {
  const done = new AbortController();
  const limit = new AbortController();
  void clock.sleep(ms, AbortSignal.any([done.signal, outer])).then(() => {
    if (!done.signal.aborted) limit.abort(outer.aborted ? outer.reason : new DOMException('The time is over.', 'TimeoutError'));
  });
  try {
    return await work(limit.signal, () => limit.signal.aborted && !outer.aborted);
  } finally {
    done.abort();
  }
}
