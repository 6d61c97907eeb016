import type { Clock } from '../../ports.ts';

export interface Limiter {
  /** Takes one try; answers 0, or the whole seconds to wait when there is none left. */
  take(key: string): number;
  /** Gives the last try back: it was none of those that are limited. */
  giveBack(key: string): void;
}

/** Allows `burst` tries at once and one more every `everySeconds`, for each key. Kept in memory, at most 1,000 keys. */
export function createLimiter(clock: Clock, { burst, everySeconds }: { burst: number; everySeconds: number }): Limiter {
  // For each key the instant at which it will be full again.
  const full = new Map<string, number>();
  const step = everySeconds * 1000;
  return {
    take(key) {
      const now = clock.now().getTime();
      const next = Math.max(full.get(key) ?? now, now) + step;
      const wait = next - now - burst * step;
      if (wait > 0) return Math.ceil(wait / 1000);
      full.delete(key);
      full.set(key, next);
      if (full.size > 1000) full.delete(full.keys().next().value ?? key);
      return 0;
    },
    giveBack(key) {
      const until = full.get(key);
      if (until !== undefined) full.set(key, until - step);
    },
  };
}
