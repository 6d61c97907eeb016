import type { Contact, SearchRule } from '../../../../contract/directory.ts';
import { contactFields, isPublic, readContact } from './contact.ts';
import { runOperation } from './ews.ts';
import type { Call, ExchangePlace } from './place.ts';
import { inFolder, shape, types } from './soap.ts';
import { child, escapeXml, type XmlElement } from './xml.ts';

export interface PublicFolder {
  name: string;
  holdsContacts: boolean;
}

export interface FoundContacts {
  items: Contact[];
  /** How many match and are public. Where there are too many to read all, those private ones that were not read are counted, too. */
  total: number;
  rule: SearchRule;
  /** The folder below the root that holds contacts, where the rule is `only-in-subfolders`. */
  folder: string | null;
}

const pageSize = 100;
const mostPages = 10;

/**
 * Opens the root of the public folders and answers the folders directly below it: learn.microsoft.com/exchange/client-developer/web-service-reference/findfolder-operation.
 * Rejects with `ExchangeRefusal`, `UnreadableAnswer`, `ConnectionFailure`, or with the signal's reason.
 */
export async function openPublicContacts(call: Call, place: ExchangePlace): Promise<{ folders: PublicFolder[] }> {
  const view = `<m:IndexedPageFolderView MaxEntriesReturned="${pageSize}" Offset="0" BasePoint="Beginning"/>`;
  const body = `<m:FindFolder Traversal="Shallow">${shape('FolderShape', ['folder:DisplayName', 'folder:FolderClass'])}${view}${inFolder('publicfoldersroot')}</m:FindFolder>`;
  const root = await runOperation(call, place, 'FindFolder', body);
  const folders = child(root, types, 'Folders')?.children ?? [];
  return { folders: folders.map((folder) => ({ name: child(folder, types, 'DisplayName')?.text ?? '', holdsContacts: holdsContacts(folder) })) };
}

/**
 * The public contacts in the root of the public folders whose name contains `name` in any case, or all where it is null, and the rule that decided. No folder below the root is searched.
 * Rejects as `openPublicContacts` does.
 */
export async function searchPublicContacts(call: Call, place: ExchangePlace, { name, limit }: { name: string | null; limit: number }): Promise<FoundContacts> {
  const found: Contact[] = [];
  let hidden = 0;
  let inView = 0;
  let last = false;
  for (let page = 0, offset = 0; !last && page < mostPages && found.length <= limit; page += 1) {
    const part = await findContacts(call, place, { fields: contactFields, name, offset, count: pageSize });
    const open = part.contacts.filter(isPublic);
    found.push(...open.map(readContact));
    hidden += part.contacts.length - open.length;
    ({ last, total: inView, next: offset } = part);
  }
  const items = found.slice(0, limit);
  if (!last || found.length > limit) return { items, total: last ? found.length : Math.max(inView - hidden, found.length), rule: 'too-many', folder: null };
  if (items.length > 0) return { items, total: items.length, rule: 'found', folder: null };
  return { items, total: 0, ...(await whyNone(call, place, { hidden, name })) };
}

async function whyNone(call: Call, place: ExchangePlace, { hidden, name }: { hidden: number; name: string | null }): Promise<{ rule: SearchRule; folder: string | null }> {
  if (hidden > 0) return { rule: 'only-private', folder: null };
  const root = name === null ? null : await findContacts(call, place, { fields: [], name: null, offset: 0, count: pageSize });
  if (root && (root.contacts.length > 0 || !root.last)) return { rule: 'no-match', folder: null };
  const below = (await openPublicContacts(call, place)).folders.find((folder) => folder.holdsContacts);
  return below ? { rule: 'only-in-subfolders', folder: below.name } : { rule: 'empty-folder', folder: null };
}

interface Part {
  contacts: XmlElement[];
  /** All that match, on this page and on others. */
  total: number;
  last: boolean;
  next: number;
}

async function findContacts(call: Call, place: ExchangePlace, { fields, name, offset, count }: { fields: readonly string[]; name: string | null; offset: number; count: number }): Promise<Part> {
  const view = `<m:IndexedPageItemView MaxEntriesReturned="${count}" Offset="${offset}" BasePoint="Beginning"/>`;
  const contains = name === null ? '' : `<t:Contains ContainmentMode="Substring" ContainmentComparison="IgnoreCase"><t:FieldURI FieldURI="contacts:DisplayName"/><t:Constant Value="${escapeXml(name)}"/></t:Contains>`;
  const restriction = contains && `<m:Restriction>${contains}</m:Restriction>`;
  const order = '<m:SortOrder><t:FieldOrder Order="Ascending"><t:FieldURI FieldURI="contacts:DisplayName"/></t:FieldOrder></m:SortOrder>';
  const root = await runOperation(call, place, 'FindItem', `<m:FindItem Traversal="Shallow">${shape('ItemShape', fields)}${view}${restriction}${order}${inFolder('publicfoldersroot')}</m:FindItem>`);
  const items = child(root, types, 'Items')?.children ?? [];
  const { TotalItemsInView: total, IncludesLastItemInRange: last, IndexedPagingOffset: next } = root.attributes;
  return {
    contacts: items.filter(({ name: element, namespace }) => element === 'Contact' && namespace === types),
    total: number(total) ?? items.length,
    // A page without anything is the last one, whatever it says.
    last: last !== 'false' || items.length === 0,
    next: number(next) ?? offset + items.length,
  };
}

function holdsContacts(folder: XmlElement): boolean {
  return folder.name === 'ContactsFolder' || /^IPF\.Contact\b/i.test(child(folder, types, 'FolderClass')?.text ?? '');
}

function number(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
