import type { Appointment } from '../appointment.ts';
import { runOperation } from './ews.ts';
import { UnreadableAnswer } from './failures.ts';
import { readGraphCalendar } from './graph.ts';
import type { Call, CalendarPart, ExchangePlace, Window } from './place.ts';
import { inFolder, shape, types } from './soap.ts';
import { child, escapeXml, type XmlElement } from './xml.ts';

// What Exchange answers to one request: EWSFindCountLimit.
const mostOfOneRequest = 1000;

/**
 * The appointments of a mailbox's calendar that touch the window, series expanded. An all-day one begins and ends at midnight of the calendar's zone over Exchange Web Services;
 * Graph tells its days only, so it begins and ends at midnight in UTC.
 * Rejects with `ExchangeRefusal`, `UnreadableAnswer`, `ConnectionFailure`, or with the signal's reason.
 */
export function readCalendar(call: Call, place: ExchangePlace, window: Window): Promise<CalendarPart> {
  return place.access === 'graph' ? readGraphCalendar(call, place, window) : readEwsCalendar(call, place, window);
}

// learn.microsoft.com/exchange/client-developer/web-service-reference/finditem-operation, with a CalendarView.
async function readEwsCalendar(call: Call, place: ExchangePlace, { from, to, limit }: Window): Promise<CalendarPart> {
  const fields = ['item:Subject', 'item:Sensitivity', 'calendar:Start', 'calendar:End', 'calendar:IsAllDayEvent', 'calendar:IsCancelled', 'calendar:CalendarItemType', 'calendar:MyResponseType'];
  const view = `<m:CalendarView MaxEntriesReturned="${Math.min(limit, mostOfOneRequest)}" StartDate="${escapeXml(from)}" EndDate="${escapeXml(to)}"/>`;
  const root = await runOperation(call, place, 'FindItem', `<m:FindItem Traversal="Shallow">${shape('ItemShape', fields)}${view}${inFolder('calendar')}</m:FindItem>`);
  const items = (child(root, types, 'Items')?.children ?? []).filter(({ name, namespace }) => name === 'CalendarItem' && namespace === types);
  return { appointments: items.slice(0, limit).map(readItem), more: items.length > limit || root.attributes['IncludesLastItemInRange'] === 'false' };
}

function readItem(item: XmlElement): Appointment {
  const text = (name: string) => child(item, types, name)?.text ?? '';
  return {
    id: child(item, types, 'ItemId')?.attributes['Id'] ?? '',
    subject: text('Subject'),
    start: instant(text('Start')),
    end: instant(text('End')),
    isAllDay: text('IsAllDayEvent') === 'true',
    isCancelled: text('IsCancelled') === 'true',
    isDeclined: text('MyResponseType') === 'Decline',
    isPrivate: !['', 'Normal'].includes(text('Sensitivity')),
    isRecurring: !['', 'Single'].includes(text('CalendarItemType')),
  };
}

function instant(text: string): string {
  const at = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new UnreadableAnswer('ews', 'content', 200);
  return new Date(at).toISOString();
}
