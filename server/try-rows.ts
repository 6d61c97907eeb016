/** Passwords that were tried, wrong ones above all: kept, so that a restart forgives nothing. `account` and `source` are hashes, so that nobody reads here what was typed; '' stands for all of them. */
export interface Tries {
  get(account: string, source: string): Promise<TryRow | null>;
  /** Inserts, or replaces the one of this account and source. */
  put(row: TryRow): Promise<void>;
  /** Forgets the tries for an account, from wherever they came. */
  deleteOf(account: string): Promise<void>;
  /** Forgets what was tried before this instant, and beyond it all but the newest `keep`; where the right password came after `goodBefore` is remembered. */
  prune(limits: { before: string; goodBefore: string; keep: number }): Promise<void>;
}

export interface TryRow {
  account: string;
  source: string;
  /** Wrong ones in a row. */
  wrong: number;
  /** When the last one was. */
  at: string;
  /** No further one before; null where none must wait. */
  until: string | null;
  /** When the right password last came from there. */
  goodAt: string | null;
}
