import type { Params } from '../../../contract/diagnosis.ts';
import type { FunctionName } from '../../../contract/functions.ts';
import type { Confidential } from '../../confidential.ts';
import type { CheckRow, MailboxResultRow, Repositories } from '../../store.ts';
import { sourceOf } from '../../../contract/secret-source.ts';
import { awaitsFirstUse } from '../applications/renewal/former-secret.ts';
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

/** What is to be checked, as the check is stored. */
export type Asked = Pick<CheckRow, 'ref' | 'input'>;

/** How what is saved is checked: does somebody wait for it, is it without its last, visible step, and with which client secret in place of the stored one. */
export interface How {
  byHand: boolean;
  automatic: boolean;
  clientSecret?: Confidential;
}

/** How a function is checked. */
export interface Checkable<Draft> {
  /** The ladder on a draft. Raises 422 for a draft that may not be tried; its fields are below `/draft`. */
  planDraft(services: Services, draft: Draft, asked: Asked): Promise<Plan>;
  /** The ladder on what is saved. Without somebody who waits for it (`byHand`), what is missing is explained by the ladder; else raises 422. Raises 404 for a `ref` of nothing. */
  planSaved(services: Services, asked: Asked, how: How): Promise<Plan>;
  /** What is checked by itself next, and when; null where nothing can be. */
  nextByItself(rows: Repositories): Promise<Next | null>;
  /** Notes that a check of what is saved begins. */
  began?(rows: Repositories, row: CheckRow): Promise<void>;
  /** Notes how a check of what is saved ended; answers what the record says of it besides. */
  ended?(rows: Repositories, row: CheckRow): Promise<Params>;
}

/** A check that comes by itself; `at` in milliseconds since 1970. */
export interface Next {
  ref: string | null;
  at: number;
}

/** Between two checks that come by themselves. */
export const hour = 3_600_000;

/** An hour after a function's last check or change, at once where its client secret was renewed; null while nothing can be checked (`changedAt` is null), and beside a check that runs or will run again. */
export async function hourAfterLast(rows: Repositories, name: FunctionName, changedAt: string | null): Promise<Next | null> {
  if (changedAt === null) return null;
  const saved = { function: name, draft: false, limit: 1 } as const;
  for (const state of ['running', 'waiting'] as const) if ((await rows.checks.list({ ...saved, state })).total > 0) return null;
  const [last] = (await rows.checks.list(saved)).items;
  if (await awaitsFirstUse(rows, sourceOf(name, null), last?.startedAt, changedAt)) return { ref: null, at: Date.parse(changedAt) };
  const from = [changedAt, last?.endedAt, last?.startedAt].filter((at) => at !== null && at !== undefined).map((at) => Date.parse(at));
  return { ref: null, at: Math.max(0, ...from) + hour };
}

/** What a run reports to nobody. */
export const unheard: Reports = { note: () => {}, mailboxes: () => {} };

/** The ladder of a function that is not set up. */
export function nothingSetUp(failure: Error, before: Rung['before'], failed: Rung['failed']): Ladder {
  return { rungs: [{ name: 'settings', before, failed, run: () => Promise.reject(failure) }], close: async () => {} };
}
