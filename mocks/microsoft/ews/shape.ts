import type { XmlElement } from './xml.ts';

/** Which properties an answer holds besides the id. */
export interface Shape {
  base: 'IdOnly' | 'Default' | 'AllProperties';
  /** `item:Subject`, `calendar:Start` … */
  uris: readonly string[];
  /** One entry of a dictionary: `contacts:PhoneNumber`, `BusinessPhone`. */
  indexed: readonly { uri: string; index: string }[];
}

/** A property: its URI, whether the default shape has it, and how it is written; '' where it has no value. Their order is that of the schema. */
export interface Property<Item> {
  uri: string;
  isDefault?: true;
  write(item: Item, shape: Shape): string;
}

/** The shape of a request: `m:ItemShape` or `m:FolderShape`. */
export function readShape(element: XmlElement): Shape {
  const base = element.children.find(({ name }) => name === 't:BaseShape')?.text.trim();
  const paths = element.children.find(({ name }) => name === 't:AdditionalProperties')?.children ?? [];
  return {
    base: base === 'AllProperties' || base === 'Default' ? base : 'IdOnly',
    uris: paths.flatMap(({ name, attributes }) => (name === 't:FieldURI' ? (attributes['FieldURI'] ?? []) : [])),
    indexed: paths.flatMap(({ name, attributes }) => (name === 't:IndexedFieldURI' ? { uri: attributes['FieldURI'] ?? '', index: attributes['FieldIndex'] ?? '' } : [])),
  };
}

/** The elements of an item's properties that the shape holds. */
export function writeProperties<Item>(properties: readonly Property<Item>[], item: Item, shape: Shape): string {
  return properties.map((property) => (holds(shape, property) ? property.write(item, shape) : '')).join('');
}

/** Are all entries of a dictionary wanted, and not only those of `indexed`? */
export function holds(shape: Shape, { uri, isDefault }: Pick<Property<never>, 'uri' | 'isDefault'>): boolean {
  const isIndexed = shape.indexed.some((one) => dictionaryOf(one.uri) === uri);
  return shape.base === 'AllProperties' || (shape.base === 'Default' && isDefault === true) || shape.uris.includes(uri) || isIndexed;
}

function dictionaryOf(uri: string): string {
  return uri.startsWith('contacts:PhysicalAddress:') ? 'contacts:PhysicalAddresses' : `${uri}s`;
}
