import { SaxesParser } from 'saxes';

/** An element with its children; names without their prefixes. */
export interface XmlElement {
  name: string;
  namespace: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

export type XmlFault = 'cut' | 'entities' | 'malformed';

/** Text that is no XML that may be read. */
export class XmlError extends Error {
  readonly fault: XmlFault;
  constructor(fault: XmlFault) {
    super(fault);
    this.fault = fault;
  }
}

// An answer with 10,000 appointments has 100,000 elements. What is far beyond that is made to fill memory.
const mostElements = 200_000;
const deepest = 64;

// Exchange writes control characters of a subject as references that XML 1.0 does not allow.
const forbiddenReferences = /&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F]));/g;

/** The root of a well-formed document with resolved namespaces. Raises `XmlError`: `entities` where it declares a document type, whatever is in it; `cut` where it ends too early. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', namespace: '', attributes: {}, children: [], text: '' };
  const open = [root];
  let count = 0;
  parser.on('doctype', () => {
    throw new XmlError('entities');
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    count += 1;
    if (count > mostElements || open.length > deepest) throw new XmlError('malformed');
    const element: XmlElement = { name: local, namespace: uri, attributes: {}, children: [], text: '' };
    for (const { local: name, prefix, value } of Object.values(attributes)) if (prefix !== 'xmlns') element.attributes[name] = value;
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (more: string) => {
    const element = open.at(-1);
    if (element) element.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  during('malformed', () => parser.write(text.replace(forbiddenReferences, '')));
  during('cut', () => parser.close());
  const [document] = root.children;
  if (!document) throw new XmlError('cut');
  return document;
}

// What is wrong only at the end is what is missing there.
function during(fault: XmlFault, work: () => unknown): void {
  try {
    work();
  } catch (error) {
    throw error instanceof XmlError ? error : new XmlError(fault);
  }
}

/** The first child of this name in this namespace. */
export function child(element: XmlElement | undefined, namespace: string, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name && one.namespace === namespace);
}

/** A text as it stands in an element or in an attribute in double quotes; without the control characters that XML cannot hold. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"'\t\n\r]|[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, (character) => references[character] ?? '');
}

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\t': '&#9;', '\n': '&#10;', '\r': '&#13;' };
