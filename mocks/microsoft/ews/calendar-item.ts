import type { Appointment } from '../calendar.ts';
import { changeKey, exchangeId } from '../ids.ts';
import { writeProperties, type Property, type Shape } from './shape.ts';
import { escape } from './soap.ts';

interface Item extends Appointment {
  mailbox: string;
}

const busyWords = { busy: 'Busy', tentative: 'Tentative', oof: 'OOF', workingElsewhere: 'WorkingElsewhere', free: 'Free' } as const;
const responseWords = { organizer: 'Organizer', accepted: 'Accept', declined: 'Decline' } as const;

/** Of a calendar item, in the order of CalendarItemType of the schema. */
export const calendarProperties: readonly Property<Item>[] = [
  { uri: 'item:ItemClass', write: ({ series }) => element('ItemClass', series ? 'IPM.Appointment.Occurrence' : 'IPM.Appointment') },
  { uri: 'item:Subject', isDefault: true, write: ({ subject }) => element('Subject', subject) },
  { uri: 'item:Sensitivity', write: ({ isPrivate }) => element('Sensitivity', isPrivate ? 'Private' : 'Normal') },
  { uri: 'item:Importance', write: () => element('Importance', 'Normal') },
  { uri: 'item:HasAttachments', isDefault: true, write: () => element('HasAttachments', 'false') },
  { uri: 'calendar:UID', write: ({ mailbox, key, series }) => element('UID', exchangeId(mailbox, series ?? key)) },
  { uri: 'calendar:Start', isDefault: true, write: ({ start }) => element('Start', instant(start)) },
  { uri: 'calendar:End', isDefault: true, write: ({ end }) => element('End', instant(end)) },
  { uri: 'calendar:OriginalStart', write: ({ series, start }) => (series ? element('OriginalStart', instant(start)) : '') },
  { uri: 'calendar:IsAllDayEvent', write: ({ isAllDay }) => element('IsAllDayEvent', isAllDay) },
  { uri: 'calendar:LegacyFreeBusyStatus', isDefault: true, write: ({ showAs }) => element('LegacyFreeBusyStatus', busyWords[showAs]) },
  { uri: 'calendar:Location', isDefault: true, write: ({ location }) => (location ? element('Location', location) : '') },
  { uri: 'calendar:IsMeeting', write: ({ response }) => element('IsMeeting', response !== 'organizer') },
  { uri: 'calendar:IsCancelled', write: ({ isCancelled }) => element('IsCancelled', isCancelled) },
  { uri: 'calendar:IsRecurring', write: ({ series }) => element('IsRecurring', series !== null) },
  { uri: 'calendar:MeetingRequestWasSent', write: ({ response }) => element('MeetingRequestWasSent', response !== 'organizer') },
  { uri: 'calendar:IsResponseRequested', write: () => element('IsResponseRequested', true) },
  { uri: 'calendar:CalendarItemType', isDefault: true, write: ({ series }) => element('CalendarItemType', series ? 'Occurrence' : 'Single') },
  { uri: 'calendar:MyResponseType', write: ({ response }) => element('MyResponseType', responseWords[response]) },
  { uri: 'calendar:Organizer', isDefault: true, write: ({ response, mailbox }) => `<t:Organizer><t:Mailbox>${element('Name', response === 'organizer' ? mailbox : 'Lee Gruber')}</t:Mailbox></t:Organizer>` },
  { uri: 'calendar:AppointmentState', write: ({ response, isCancelled }) => element('AppointmentState', (response === 'organizer' ? 0 : 3) + (isCancelled ? 4 : 0)) },
];

/** `t:CalendarItem`. */
export function calendarItem(appointment: Appointment, mailbox: string, shape: Shape): string {
  const { key } = appointment;
  return `<t:CalendarItem><t:ItemId Id="${exchangeId(mailbox, key)}" ChangeKey="${changeKey(key)}"/>${writeProperties(calendarProperties, { ...appointment, mailbox }, shape)}</t:CalendarItem>`;
}

/** `t:` element with a text. */
export function element(name: string, value: string | number | boolean): string {
  return `<t:${name}>${escape(String(value))}</t:${name}>`;
}

// Without milliseconds, unless DateTimePrecision asks for them.
function instant(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d+/, '');
}
