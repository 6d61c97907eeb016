import type { CheckRow, MailboxResultRow, Repositories } from '../../store.ts';
import type { Services } from '../context.ts';
import type { Rung } from './ladder.ts';

/** What a run tells while it goes on. */
export interface Reports {
  /** One protocol line, already without secrets. */
  note: (line: string) => void;
  /** Results of a check over many mailboxes, from this position on. */
  mailboxes: (from: number, results: readonly MailboxResultRow[]) => void;
}

export interface Ladder {
  rungs: Rung[];
  /** Closes what was opened; never rejects. */
  close: () => Promise<void>;
}

/** The ladder of a check, made anew for each run. */
export type Plan = (reports: Reports) => Ladder;

/** How a function is checked. */
export interface Checkable<Draft> {
  /** The ladder on a draft. Raises 422 for a draft that may not be tried; its fields are below `/draft`. */
  planDraft(services: Services, draft: Draft, input: CheckRow['input']): Promise<Plan>;
  /** The ladder on what is saved. Without somebody who waits for it (`byHand`), what is missing is explained by the ladder; else raises 422. */
  planSaved(services: Services, input: CheckRow['input'], how: { byHand: boolean; automatic: boolean }): Promise<Plan>;
  /** When what is saved was changed last; null where it cannot be checked by itself: nothing is set up, or somebody must sign in first. */
  checkableSince(rows: Repositories): Promise<string | null>;
}

/** What a run reports to nobody. */
export const unheard: Reports = { note: () => {}, mailboxes: () => {} };

/** The ladder of a function that is not set up. */
export function nothingSetUp(failure: Error, before: Rung['before'], failed: Rung['failed']): Ladder {
  return { rungs: [{ name: 'settings', before, failed, run: () => Promise.reject(failure) }], close: async () => {} };
}
