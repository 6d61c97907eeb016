import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { Event, EventList } from '../../contract/events.ts';
import type { EventView } from '../paths.ts';
import { requestJson } from './request.ts';

/** How many events are shown at once. */
export const eventsAtOnce = 50;

const hour = 3_600_000;
/** The stretches of time up to now that can be chosen, in milliseconds. */
export const eventRanges = { hour, day: 24 * hour, week: 7 * 24 * hour, month: 30 * 24 * hour } as const;
export type EventRange = keyof typeof eventRanges;

/** The address of the events that a view shows, from now on back in time. */
export function eventsUrl({ range = '', from, to, changes, event: _event, ...view }: EventView, more: Record<string, string | undefined> = {}): string {
  const length = range in eventRanges ? eventRanges[range as EventRange] : null;
  const since = length === null ? from : new Date(Date.now() - length).toISOString();
  const values = { ...view, changes: changes ? 'true' : undefined, from: since, to: length === null ? to : undefined, ...more };
  const given = Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return `${api.events}?${new URLSearchParams(given)}`;
}

/** A page of the events that a view shows; `after` is the `next` of the page before. */
export const eventsQuery = ({ event: _event, ...view }: EventView, after?: string) =>
  queryOptions({
    queryKey: ['events', view, after ?? ''],
    queryFn: ({ signal }) => requestJson<EventList>(eventsUrl(view, { 'page[size]': String(eventsAtOnce), 'page[after]': after }), { signal }),
  });

export const eventQuery = (id: string) => queryOptions({ queryKey: ['event', id], queryFn: ({ signal }) => requestJson<Event>(api.event(id), { signal }), staleTime: Number.POSITIVE_INFINITY });
