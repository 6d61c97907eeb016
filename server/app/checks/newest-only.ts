/** Writes values one after the other without keeping anybody waiting: of those that come while one is being written only the newest is. */
export function newestOnly<Value>(write: (value: Value) => Promise<void>): { put(value: Value): void; settled(): Promise<void> } {
  let next: { value: Value } | null = null;
  let writing: Promise<void> | null = null;
  const writeAll = async () => {
    for (let now = next; now; now = next) {
      next = null;
      await write(now.value);
    }
    writing = null;
  };
  return {
    put(value) {
      next = { value };
      writing ??= writeAll();
      // Whoever waits for the end hears of it.
      writing.catch(() => {});
    },
    /** Resolves when all is written; rejects with what kept a write from it. */
    async settled() {
      await writing;
    },
  };
}
