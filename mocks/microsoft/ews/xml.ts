import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { namespaces } from './soap.ts';

export interface XmlElement {
  /** With the prefix that `namespaces` has for its namespace, whatever the document's own is: `m:FindItem`. */
  name: string;
  /** Those without a namespace. */
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
  /** Where it begins in the document. */
  at: number;
}

/** A document that is none; `at` is where in it. */
export class NoXml extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  htmlEntities: true,
  captureMetaData: true,
});

/** The root element of a document. Throws `NoXml` where it is not well-formed, and for any document type. */
export function parseXml(xml: string): XmlElement {
  const type = xml.search(/<!DOCTYPE/i);
  if (type >= 0) throw new NoXml('For security reasons DTD is prohibited in this XML document.', type);
  const fault = XMLValidator.validate(xml);
  if (fault !== true) throw new NoXml(fault.err.msg, offsetOf(xml, fault.err.line, fault.err.col));
  const [root, ...others] = elementsOf(parser.parse(xml), {});
  if (!root || others.length > 0) throw new NoXml(root ? 'There are multiple root elements.' : 'Root element is missing.', others[0]?.at ?? 0);
  return root;
}

/** Line and column, from 1. */
export function positionOf(xml: string, at: number): { line: number; column: number } {
  const before = xml.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function elementsOf(nodes: unknown, inherited: Record<string, string>): XmlElement[] {
  return list(nodes).flatMap((node) => {
    const [tag] = Object.keys(node).filter((key) => key !== ':@');
    if (tag === undefined || tag === '#text') return [];
    const given = Object.entries(Object(node[':@'])).map(([key, value]): [string, string] => [key, String(value)]);
    const declared = given.flatMap(([key, value]): [string, string][] => (/^xmlns(?::|$)/.test(key) ? [[key.slice(6), value]] : []));
    const known = { ...inherited, ...Object.fromEntries(declared) };
    const content = list(node[tag]);
    return [
      {
        name: qualified(tag, known),
        attributes: Object.fromEntries(given.filter(([key]) => !/^xmlns$|:/.test(key))),
        children: elementsOf(content, known),
        text: content.map((part) => (typeof part['#text'] === 'string' ? part['#text'] : '')).join(''),
        at: startOf(node),
      },
    ];
  });
}

// The parser's own note, under its symbol.
function startOf(node: object): number {
  const [note] = Object.getOwnPropertySymbols(node).map((symbol) => Object(Reflect.get(node, symbol)).startIndex);
  return typeof note === 'number' ? note : 0;
}

function qualified(tag: string, known: Record<string, string>): string {
  const [prefix, local] = tag.includes(':') ? tag.split(':') : ['', tag];
  const uri = known[prefix ?? ''] ?? '';
  const ours = Object.entries(namespaces).find(([, namespace]) => namespace === uri)?.[0];
  return ours ? `${ours}:${local}` : `{${uri}}${local}`;
}

function list(nodes: unknown): Record<string, unknown>[] {
  return Array.isArray(nodes) ? nodes.map((node) => Object(node)) : [];
}

function offsetOf(xml: string, line: number, column: number): number {
  const before = xml.split('\n').slice(0, line - 1).join('\n');
  return before.length + (line > 1 ? 1 : 0) + (column || 1) - 1;
}
