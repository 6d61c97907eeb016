/** A JSON value that several may change: tabs of a browser, or parts of a process. */
export interface SharedState {
  /** Runs `work` alone on the newest value (null: none yet). `next` is stored where it is given; nothing is when `work` rejects. */
  update<T>(work: (value: unknown) => Promise<{ result: T; next?: unknown }>): Promise<T>;
  /** Calls `listener` after each change, whoever made it. Answers the way to end it. */
  watch(listener: () => void): () => void;
}

/** A state of this process only. */
export function processState(): SharedState {
  let json = 'null';
  let last: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();
  return {
    update<T>(work: (value: unknown) => Promise<{ result: T; next?: unknown }>): Promise<T> {
      const run = last.then(async () => {
        const { result, next } = await work(JSON.parse(json));
        if (next === undefined) return result;
        json = JSON.stringify(next);
        for (const listener of listeners) listener();
        return result;
      });
      last = run.catch(() => {});
      return run;
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
