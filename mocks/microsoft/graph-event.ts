import type { Appointment } from './calendar.ts';
import { changeKey, exchangeId, graphId } from './ids.ts';

/** The properties of the resource type `event` that are played, in the order in which Graph tells them. */
export const eventNames = ['id', 'changeKey', 'iCalUId', 'hasAttachments', 'subject', 'importance', 'sensitivity', 'isAllDay', 'isCancelled', 'isOrganizer', 'seriesMasterId', 'showAs', 'type', 'responseStatus', 'start', 'end', 'location', 'organizer'] as const;
export type EventName = (typeof eventNames)[number];

/** What Graph tells of an event, by the names of its resource type `event`; times are UTC. */
export function eventOf({ key, subject, start, end, isAllDay, isCancelled, isPrivate, series, showAs, response, location }: Appointment, mailbox: string): Record<EventName, unknown> {
  return {
    id: graphId(mailbox, key),
    changeKey: changeKey(key),
    subject,
    importance: 'normal',
    sensitivity: isPrivate ? 'private' : 'normal',
    isAllDay,
    isCancelled,
    isOrganizer: response === 'organizer',
    hasAttachments: false,
    seriesMasterId: series && graphId(mailbox, series),
    showAs,
    type: series ? 'occurrence' : 'singleInstance',
    iCalUId: exchangeId(mailbox, series ?? key),
    responseStatus: { response, time: '0001-01-01T00:00:00Z' },
    start: moment(start),
    end: moment(end),
    location: { displayName: location, locationType: 'default', uniqueId: location, uniqueIdType: 'private' },
    organizer: { emailAddress: response === 'organizer' ? { name: mailbox, address: mailbox } : { name: 'Lee Gruber', address: 'lee@contoso.com' } },
  };
}


function moment(ms: number): { dateTime: string; timeZone: string } {
  return { dateTime: new Date(ms).toISOString().replace(/\.\d+Z$/, '.0000000'), timeZone: 'UTC' };
}
