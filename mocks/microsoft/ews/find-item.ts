import { appointments } from '../calendar.ts';
import type { PlayedContact } from '../contacts.ts';
import { calendarItem } from './calendar-item.ts';
import { contactItem, contactText } from './contact-item.ts';
import { parentFolder, type Content } from './folders.ts';
import { passes } from './restriction.ts';
import { readShape, type Shape } from './shape.ts';
import { failure, success } from './soap.ts';
import type { XmlElement } from './xml.ts';

// EWSFindCountLimit of the default throttling policy.
const mostItems = 1000;
const collator = new Intl.Collator('en');
const longestView = 2 * 366 * 86_400_000;

/** The answer to FindItem: the appointments of a mailbox, or the contacts of a public folder. `now` in milliseconds. */
export function findItem(operation: XmlElement, content: Content, now: number): string {
  const folder = parentFolder(operation, content.publicFolders);
  if ('code' in folder) return failure('FindItem', folder);
  const shapeElement = child(operation, 'm:ItemShape');
  const shape: Shape = shapeElement ? readShape(shapeElement) : { base: 'IdOnly', uris: [], indexed: [] };
  const view = child(operation, 'm:CalendarView');
  if (view) {
    if (folder.kind !== 'calendar') return failure('FindItem', { code: 'ErrorCalendarFolderIsInvalidForCalendarView', text: 'Calendar view can only be used with calendar folders.' });
    return calendarPage(view, content, shape, now);
  }
  if (folder.kind !== 'public') return success('FindItem', page([], 0, 0));
  const [expression] = child(operation, 'm:Restriction')?.children ?? [];
  const found = folder.folder.contacts.filter((contact) => !expression || passes(expression, contact));
  const contacts = sorted(found, child(operation, 'm:SortOrder')?.children ?? []);
  const { MaxEntriesReturned: most = String(mostItems), Offset: offset = '0', BasePoint: base } = child(operation, 'm:IndexedPageItemView')?.attributes ?? {};
  if (Number(most) < 1) return failure('FindItem', invalidRows);
  if (Number(offset) < 0) return failure('FindItem', { code: 'ErrorInvalidIndexedPagingParameters', text: 'IndexedPageView.Offset must be non-negative.' });
  const size = Math.min(Number(most), mostItems);
  const from = base === 'End' ? Math.max(0, contacts.length - Number(offset) - size) : Number(offset);
  return success('FindItem', page(contacts.slice(from, from + size).map((contact) => contactItem(contact, folder.folder.key, shape)), contacts.length, from));
}

const invalidRows = { code: 'ErrorInvalidPagingMaxRows', text: 'MaxEntriesReturned must be greater than zero.' };

function calendarPage({ attributes }: XmlElement, { address, isCrowded }: Content, shape: Shape, now: number): string {
  const { MaxEntriesReturned: most = String(mostItems), StartDate: start = '', EndDate: end = '' } = attributes;
  const [from, to] = [Date.parse(start), Date.parse(end)];
  if (Number(most) < 1) return failure('FindItem', invalidRows);
  if (to < from) return failure('FindItem', { code: 'ErrorCalendarEndDateIsEarlierThanStartDate', text: 'EndDate is earlier than StartDate.' });
  if (to - from > longestView) return failure('FindItem', { code: 'ErrorCalendarViewRangeTooBig', text: 'The specified view range exceeds the maximum range of two years.' });
  const all = appointments({ mailbox: address, from, to, now, days: 'local', isCrowded });
  const shown = all.slice(0, Math.min(Number(most), mostItems));
  const items = shown.map((appointment) => calendarItem(appointment, address, shape));
  return success('FindItem', `<m:RootFolder TotalItemsInView="${all.length}" IncludesLastItemInRange="${shown.length === all.length}"><t:Items>${items.join('')}</t:Items></m:RootFolder>`);
}

function sorted(contacts: readonly PlayedContact[], orders: readonly XmlElement[]): PlayedContact[] {
  const keys = orders.map(({ attributes, children }) => ({ uri: children[0]?.attributes['FieldURI'] ?? '', sign: attributes['Order'] === 'Descending' ? -1 : 1 }));
  const compare = (a: PlayedContact, b: PlayedContact, uri: string) => collator.compare(contactText(a, uri) ?? '', contactText(b, uri) ?? '');
  return contacts.toSorted((a, b) => keys.map(({ uri, sign }) => sign * compare(a, b, uri)).find((order) => order !== 0) ?? 0);
}

function page(items: readonly string[], total: number, from: number): string {
  const next = from + items.length;
  return `<m:RootFolder IndexedPagingOffset="${next}" TotalItemsInView="${total}" IncludesLastItemInRange="${next >= total}"><t:Items>${items.join('')}</t:Items></m:RootFolder>`;
}

function child({ children }: XmlElement, wanted: string): XmlElement | undefined {
  return children.find(({ name }) => name === wanted);
}
