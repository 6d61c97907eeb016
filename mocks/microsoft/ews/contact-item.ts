import { displayName, type PlayedContact } from '../contacts.ts';
import { changeKey, exchangeId } from '../ids.ts';
import { element } from './calendar-item.ts';
import { writeProperties, type Property, type Shape } from './shape.ts';
import { escape } from './soap.ts';

const addressParts = [
  ['Street', 'street'],
  ['City', 'city'],
  ['State', 'state'],
  ['CountryOrRegion', 'country'],
  ['PostalCode', 'postalCode'],
] as const;

// In the order of the schema's keys.
const phoneKeys = ['BusinessFax', 'BusinessPhone', 'BusinessPhone2', 'CompanyMainPhone', 'HomePhone', 'HomePhone2', 'MobilePhone', 'OtherTelephone'] as const;

/** The properties that are plain texts, by URI. */
const texts: Record<string, (contact: PlayedContact) => string> = {
  'item:ItemClass': () => 'IPM.Contact',
  'item:Subject': displayName,
  'item:Sensitivity': (contact) => (contact.private ? 'Private' : 'Normal'),
  'contacts:FileAs': ({ given, surname }) => `${surname}, ${given}`,
  'contacts:DisplayName': displayName,
  'contacts:GivenName': ({ given }) => given,
  'contacts:CompanyName': ({ company }) => company,
  'contacts:Surname': ({ surname }) => surname,
};

/** Of a contact, in the order of ContactItemType of the schema. */
export const contactProperties: readonly Property<PlayedContact>[] = [
  text('item:ItemClass'),
  text('item:Subject', true),
  text('item:Sensitivity'),
  text('contacts:FileAs', true),
  text('contacts:DisplayName', true),
  text('contacts:GivenName', true),
  text('contacts:CompanyName', true),
  { uri: 'contacts:PhysicalAddresses', isDefault: true, write: addresses },
  { uri: 'contacts:PhoneNumbers', isDefault: true, write: phones },
  text('contacts:Surname', true),
];

/** `t:Contact`. */
export function contactItem(contact: PlayedContact, folder: string, shape: Shape): string {
  const name = displayName(contact);
  return `<t:Contact><t:ItemId Id="${exchangeId(`public folder ${folder}`, name)}" ChangeKey="${changeKey(name)}"/>${writeProperties(contactProperties, contact, shape)}</t:Contact>`;
}

/** The text that a restriction looks at: of a URI, or of a dictionary's entry; null where contacts have no such. */
export function contactText(contact: PlayedContact, uri: string, index?: string): string | null {
  if (uri === 'contacts:PhoneNumber') return phoneKeys.flatMap((key) => (key === index ? (contact.phones[key] ?? '') : []))[0] ?? null;
  return texts[uri]?.(contact) ?? null;
}

function text(uri: string, isDefault?: true): Property<PlayedContact> {
  const name = uri.slice(uri.indexOf(':') + 1);
  const write = (contact: PlayedContact) => {
    const value = texts[uri]?.(contact) ?? '';
    return value && element(name, value);
  };
  return { uri, write, ...(isDefault && { isDefault }) };
}

function phones({ phones: numbers }: PlayedContact, shape: Shape): string {
  const isWhole = wantsWhole(shape, 'contacts:PhoneNumbers');
  const entries = phoneKeys.filter((key) => numbers[key] !== undefined && (isWhole || shape.indexed.some(({ uri, index }) => uri === 'contacts:PhoneNumber' && index === key)));
  return entries.length === 0 ? '' : `<t:PhoneNumbers>${entries.map((key) => `<t:Entry Key="${key}">${escape(numbers[key] ?? '')}</t:Entry>`).join('')}</t:PhoneNumbers>`;
}

function addresses({ address }: PlayedContact, shape: Shape): string {
  if (!address) return '';
  const isWhole = wantsWhole(shape, 'contacts:PhysicalAddresses');
  const isWanted = (part: string) => isWhole || shape.indexed.some(({ uri, index }) => uri === `contacts:PhysicalAddress:${part}` && index === address.key);
  const parts = addressParts.map(([name, key]) => (address[key] && isWanted(name) ? element(name, address[key]) : '')).join('');
  return parts && `<t:PhysicalAddresses><t:Entry Key="${address.key}">${parts}</t:Entry></t:PhysicalAddresses>`;
}

function wantsWhole(shape: Shape, uri: string): boolean {
  return shape.base !== 'IdOnly' || shape.uris.includes(uri);
}
