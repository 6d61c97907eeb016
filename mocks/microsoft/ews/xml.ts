import { SaxesParser } from 'saxes';
import { namespaces } from './soap.ts';

/** Where something is in a document: line and column from 1. */
export interface Position {
  line: number;
  column: number;
}

export interface XmlElement extends Position {
  /** With the prefix that `namespaces` has for its namespace, whatever the document's own is: `m:FindItem`. */
  name: string;
  /** Those without a namespace. */
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** A document that is none. */
export class NoXml extends Error {
  readonly position: Position;
  constructor(message: string, position: Position) {
    super(message);
    this.position = position;
  }
}

/** The root element of a document. Throws `NoXml` where it is not well-formed, and for any document type. */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const document: XmlElement = { name: '', attributes: {}, children: [], text: '', line: 1, column: 1 };
  const open = [document];
  const fail = (message: string) => {
    throw new NoXml(message, { line: parser.line, column: parser.column + 1 });
  };
  parser.on('error', ({ message }) => fail(message.replace(/^\d+:\d+: /, '')));
  parser.on('doctype', () => fail('For security reasons DTD is prohibited in this XML document.'));
  // Heard of just behind the name; where that begins is what Exchange says.
  parser.on('opentagstart', ({ name }) => open.push({ name, attributes: {}, children: [], text: '', line: parser.line, column: parser.column - name.length }));
  parser.on('opentag', ({ local, uri, attributes }) => {
    const own = Object.values(attributes).filter(({ prefix, name }) => prefix === '' && name !== 'xmlns');
    const element = Object.assign(open.at(-1) ?? document, { name: qualified(local, uri), attributes: Object.fromEntries(own.map(({ name, value }) => [name, value])) });
    open.at(-2)?.children.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const add = (text: string) => void ((open.at(-1) ?? document).text += text);
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml).close();
  return document.children[0] ?? fail('Root element is missing.');
}

function qualified(local: string, uri: string): string {
  const ours = Object.entries(namespaces).find(([, namespace]) => namespace === uri)?.[0];
  return ours ? `${ours}:${local}` : `{${uri}}${local}`;
}
