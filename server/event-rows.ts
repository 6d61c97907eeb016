import type { Params } from '../contract/diagnosis.ts';
import type { EventKind } from '../contract/events.ts';
import type { FunctionName } from '../contract/functions.ts';

/** The record of what happened. */
export interface EventRepository {
  add(event: EventRow): Promise<void>;
  get(id: string): Promise<EventRow | null>;
  /** The newest first, those older than the event `after`: none where that one is gone, for the oldest go first. */
  list(filter: EventFilter & { after?: string | undefined; limit: number }): Promise<EventRow[]>;
  /** Such a list, how many there are in all, `most` at most, and the place in time of the newest one as `newest` answers it. */
  page(filter: EventFilter & { after?: string | undefined; limit: number; most: number }): Promise<{ items: EventRow[]; counted: number; newest: number }>;
  /** The place in time of the newest one, a number that grows; 0 where there is none. */
  newest(filter: EventFilter): Promise<number>;
  /** The event that so many others are newer than, of those older than the event `after` (of all where null); null where there are no more than that. */
  olderBy(count: number, after: string | null): Promise<string | null>;
  /** Deletes the oldest ones, `most` at most: what is older than this instant, or no newer than this event. Answers how many. */
  prune(what: { before: string } | { upTo: string }, most: number): Promise<number>;
}

/** Which events: all of what is given must fit. */
export interface EventFilter {
  kinds?: readonly EventKind[] | undefined;
  function?: FunctionName | undefined;
  ref?: string | undefined;
  /** In any case. */
  actor?: string | undefined;
  /** From this instant on, and before that one. */
  from?: string | undefined;
  to?: string | undefined;
  /** Words, each of which begins a word of the event's names, codes or actor; one of fewer than three letters is a whole word there. Without case and accents. */
  q?: string | undefined;
}

export interface EventRow {
  id: string;
  at: string;
  kind: EventKind;
  function: FunctionName | null;
  /** Which queue pilot, as `<queueId>/<pilotId>`. */
  ref: string | null;
  actor: string | null;
  /** The check that it tells of. */
  check: string | null;
  params: Params;
}
