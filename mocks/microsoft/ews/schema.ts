import { headers, schema, type Slot, type Values } from './schema-types.ts';
import { namespaces } from './soap.ts';
import type { Position, XmlElement } from './xml.ts';

/** Where a request does not follow the schema, in the words of Exchange's XML reader. */
export interface Violation {
  text: string;
  at: Position;
}

/** What is wrong with a request, or null: each element in its place, nothing unknown, each value of its kind. Stricter than Exchange, which takes a request without a version for one of 2007. */
export function violation(envelope: XmlElement): Violation | null {
  if (envelope.name !== 's:Envelope') return { text: `The '${spelled(envelope.name)}' element is not declared.`, at: envelope };
  return check(envelope);
}

function check(element: XmlElement): Violation | null {
  if (element.name === 's:Header') return checkHeader(element) ?? first(element.children, check);
  const type = schema[element.name];
  if (!type) return { text: `The '${spelled(element.name)}' element is not declared.`, at: element };
  const found = checkAttributes(element, type.attributes ?? {}) ?? checkSequence(element, type.sequence ?? []);
  if (found) return found;
  const isText = type.text === undefined ? element.text.trim() === '' : fits(element.text.trim(), type.text);
  if (!isText) return { text: `The '${spelled(element.name)}' element is invalid - The value '${element.text.trim()}' is invalid according to its datatype.`, at: element };
  return first(element.children, check);
}

function checkHeader(header: XmlElement): Violation | null {
  const unknown = header.children.find(({ name }, index) => !headers.includes(name) || header.children.findIndex((other) => other.name === name) !== index);
  if (unknown) return { text: `${invalidChild(header, unknown)}.`, at: unknown };
  return header.children.some(({ name }) => name === 't:RequestServerVersion') ? null : { text: `${incomplete(header)}${expected(['t:RequestServerVersion'])}`, at: header };
}

function checkAttributes(at: XmlElement, known: Record<string, { values: Values; required?: true }>): Violation | null {
  const missing = Object.entries(known).find(([name, { required }]) => required && at.attributes[name] === undefined);
  if (missing) return { text: `The required attribute '${missing[0]}' is missing.`, at };
  for (const [name, value] of Object.entries(at.attributes)) {
    const type = known[name];
    if (!type) return { text: `The '${name}' attribute is not declared.`, at };
    const failed = typeof type.values === 'string' ? '' : ' - The Enumeration constraint failed.';
    if (!fits(value, type.values)) return { text: `The '${name}' attribute is invalid - The value '${value}' is invalid according to its datatype${failed || '.'}`, at };
  }
  return null;
}

function checkSequence(element: XmlElement, slots: readonly Slot[]): Violation | null {
  let open = slots;
  for (const child of element.children) {
    const index = open.findIndex(({ of }) => of.includes(child.name));
    const due = open.findIndex(({ optional }) => !optional);
    const slot = open[index];
    if (!slot || (due >= 0 && due < index)) return { text: `${invalidChild(element, child)}.${expected(next(open))}`, at: child };
    open = [...(slot.many ? [{ ...slot, optional: true as const }] : []), ...open.slice(index + 1)];
  }
  return open.some(({ optional }) => !optional) ? { text: `${incomplete(element)}${expected(next(open))}`, at: element } : null;
}

// What could stand next: up to the first element that must.
function next(open: readonly Slot[]): string[] {
  const due = open.findIndex(({ optional }) => !optional);
  return open.slice(0, due < 0 ? undefined : due + 1).flatMap(({ of }) => of);
}

function fits(value: string, values: Values): boolean {
  if (typeof values !== 'string') return values.includes(value);
  if (values === 'int') return /^[+-]?\d{1,9}$/.test(value);
  if (values === 'boolean') return /^(?:true|false|0|1)$/.test(value);
  if (values === 'dateTime') return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/.test(value) && !Number.isNaN(Date.parse(value));
  return true;
}

function invalidChild(parent: XmlElement, child: XmlElement): string {
  return `The element '${local(parent.name)}' in namespace '${namespaceOf(parent.name)}' has invalid child element '${local(child.name)}' in namespace '${namespaceOf(child.name)}'`;
}

function incomplete({ name }: XmlElement): string {
  return `The element '${local(name)}' in namespace '${namespaceOf(name)}' has incomplete content.`;
}

function expected(names: readonly string[]): string {
  return names.length === 0 ? '' : ` List of possible elements expected: '${names.map(local).join(', ')}' in namespace '${namespaceOf(names[0] ?? '')}'.`;
}

function spelled(name: string): string {
  return `${namespaceOf(name)}:${local(name)}`;
}

function local(name: string): string {
  return name.replace(/^(?:\{.*\}|\w+:)/, '');
}

function namespaceOf(name: string): string {
  const [, uri] = /^\{(.*)\}/.exec(name) ?? [];
  return uri ?? Object.entries(namespaces).find(([prefix]) => name.startsWith(`${prefix}:`))?.[1] ?? '';
}

function first<T>(list: readonly T[], look: (one: T) => Violation | null): Violation | null {
  for (const one of list) {
    const found = look(one);
    if (found) return found;
  }
  return null;
}
