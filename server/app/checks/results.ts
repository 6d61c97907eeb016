import type { CheckRow, MailboxResultRow } from '../../store.ts';

interface Batch {
  from: number;
  results: readonly MailboxResultRow[];
}

/** Results of a check over many mailboxes, each kept until it is written; at the start of a run all are pending. */
export function createResults({ input: { mailboxes = [] } }: CheckRow) {
  const all: MailboxResultRow[] = mailboxes.map((mailbox) => ({ mailbox, state: 'pending', ms: null, diagnosis: null }));
  let unwritten: Batch[] = all.length > 0 ? [{ from: 0, results: [...all] }] : [];
  return {
    add(from: number, results: readonly MailboxResultRow[]): void {
      unwritten.push({ from, results });
      all.splice(from, results.length, ...results);
    },
    unwritten: (): readonly Batch[] => [...unwritten],
    /** What `unwritten` answered is in the store. */
    written(batches: readonly Batch[]): void {
      unwritten = unwritten.slice(batches.length);
    },
    progress(): CheckRow['mailboxes'] {
      if (all.length === 0) return null;
      return { total: all.length, done: all.filter(({ state }) => state !== 'pending').length, failed: all.filter(({ state }) => state === 'failed').length };
    },
  };
}
