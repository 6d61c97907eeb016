import type { FunctionName } from '../contract/functions.ts';

/** What the functions said to the world, already without secrets. An entry's place is its `at`, then the order in which it came. */
export interface Protocols {
  add(entries: readonly NewProtocolEntry[]): Promise<void>;
  /** How much there is in a range (`from` up to, but without, `to`), a day (UTC) each, the oldest first. */
  days(wanted: ProtocolRange): Promise<{ day: string; entries: number; bytes: number }[]>;
  /** The oldest entries of a range first, those behind the place `after`. None: there are no more. */
  page(wanted: ProtocolRange & { after?: ProtocolPlace; limit: number }): Promise<ProtocolEntry[]>;
  /** Deletes `most` at most of the oldest: those before the instant, and what is beyond `mostBytes` of text in all. Answers how many. */
  prune(limits: { before: string; mostBytes: number; most: number }): Promise<number>;
}

/** One conversation, or one finding, of a function. */
export interface NewProtocolEntry {
  id: string;
  at: string;
  source: 'framework' | 'uc-suite';
  function: FunctionName;
  /** Which queue pilot, as `<queueId>/<pilotId>`. */
  ref: string | null;
  /** Of which check it was a part. */
  checkId: string | null;
  kind: ProtocolKind;
  /** Lines, redacted; 64 KiB at most. */
  text: string;
}

export type ProtocolKind = 'check' | 'sign-in' | 'calendar' | 'directory' | 'presence' | 'pop3';

/** Where an entry stands among the others. */
export interface ProtocolPlace {
  at: string;
  sequence: number;
}

export type ProtocolEntry = NewProtocolEntry & ProtocolPlace;

export interface ProtocolRange {
  source: ProtocolEntry['source'];
  function: FunctionName;
  from: string;
  to: string;
}
