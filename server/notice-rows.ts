import type { StoredDiagnosis } from '../contract/diagnosis.ts';
import type { FunctionEnd, FunctionName, Health } from '../contract/functions.ts';
import type { NoticeChannel, NoticeKind } from '../contract/notices.ts';

/** What notices are made of, and those that are still to be sent. Of a function without a `ref` that is empty. */
export interface NoticeRepository {
  /** How a function or queue pilot stands that has failed, and whether somebody was told; null while all is well. */
  standing(functionName: FunctionName, ref: string): Promise<NoticeStanding | null>;
  putStanding(standing: NoticeStanding): Promise<void>;
  deleteStanding(functionName: FunctionName, ref: string): Promise<void>;
  /** How many wait to be told, of each kind and group, and since when: the first and the last one. */
  pending(): Promise<PendingGroup[]>;
  /** Those of a kind and group, by function and `ref`. */
  pendingOf(group: Pick<PendingGroup, 'kind' | 'group'>): Promise<NoticeStanding[]>;
  /** The ends that somebody was told of. */
  ends(): Promise<ToldEnd[]>;
  putEnd(end: ToldEnd): Promise<void>;
  deleteEnd(end: Pick<ToldEnd, 'function' | 'ref' | 'what'>): Promise<void>;
  /** Takes a notice in that is to be sent by a channel. */
  addDelivery(delivery: Delivery): Promise<void>;
  /** The one of a channel that is to be tried first; null where none waits. */
  nextDelivery(channel: NoticeChannel): Promise<Delivery | null>;
  /** How many wait for a channel, and when the first one is tried. */
  waiting(channel: NoticeChannel): Promise<{ count: number; nextAt: string | null }>;
  /** Changes how far a notice is on its way; the notice itself stays. */
  progress(delivery: Pick<Delivery, 'id' | 'channel' | 'attempts' | 'nextAt' | 'done' | 'code'>): Promise<void>;
  deleteDelivery(delivery: Pick<Delivery, 'id' | 'channel'>): Promise<void>;
  /** All that waits for a channel is tried at this instant, or not at all where it is null. */
  hasten(channel: NoticeChannel, at: string | null): Promise<void>;
}

export interface NoticeStanding {
  function: FunctionName;
  ref: string;
  /** What is to be told, and since when that waits; null where nothing is. */
  pending: { kind: 'failed' | 'recovered'; group: string; at: string } | null;
  /** Was somebody told that it fails? */
  told: boolean;
  /** Checks that failed in a row. */
  failures: number;
  /** Since when it fails. */
  since: string;
  diagnosis: StoredDiagnosis | null;
  health: 'failing' | 'sign-in-required';
  /** How it is called, where it is a queue pilot, and its queue. */
  name: string | null;
  queue: string | null;
}

export interface PendingGroup {
  kind: 'failed' | 'recovered';
  group: string;
  first: string;
  last: string;
  count: number;
}

/** That something ends was told so many days before it; `at` is when it ends. */
export interface ToldEnd {
  function: FunctionName;
  ref: string;
  what: string;
  at: string;
  days: number;
}

/** A notice as it is stored: its sentences are made when it is sent. */
export interface NoticeRow {
  id: string;
  kind: NoticeKind;
  at: string;
  items: NoticeItem[];
}

export interface NoticeItem {
  function: FunctionName;
  ref: string | null;
  queue: string | null;
  name: string | null;
  health: Health | null;
  since: string | null;
  diagnosis: StoredDiagnosis | null;
  ends: FunctionEnd | null;
}

export interface Delivery {
  /** The notice's. */
  id: string;
  channel: NoticeChannel;
  notice: NoticeRow;
  attempts: number;
  nextAt: string;
  /** Recipients that have it already. */
  done: string[];
  /** The diagnosis of the last try. */
  code: string | null;
}
