import type { PlayedContact } from '../contacts.ts';
import { contactText } from './contact-item.ts';
import type { XmlElement } from './xml.ts';

/** Does a contact pass this search expression? A comparison with anything but a text is passed by none. */
export function passes(expression: XmlElement, contact: PlayedContact): boolean {
  const { name, children } = expression;
  if (name === 't:And') return children.every((child) => passes(child, contact));
  if (name === 't:Or') return children.some((child) => passes(child, contact));
  if (name === 't:Not') return children.every((child) => !passes(child, contact));
  const text = textAt(children[0], contact);
  if (text === null) return false;
  if (name === 't:Exists') return text !== '';
  if (name === 't:Contains') return contains(text, children[1]?.attributes['Value'] ?? '', expression.attributes);
  const other = children[1]?.children[0];
  const value = other?.name === 't:Constant' ? (other.attributes['Value'] ?? '') : textAt(other, contact);
  return (name === 't:IsEqualTo' && text === value) || (name === 't:IsNotEqualTo' && text !== value);
}

function textAt(path: XmlElement | undefined, contact: PlayedContact): string | null {
  return path ? contactText(contact, path.attributes['FieldURI'] ?? '', path.attributes['FieldIndex']) : null;
}

function contains(text: string, value: string, { ContainmentMode: mode = 'FullString', ContainmentComparison: comparison = 'Exact' }: Record<string, string>): boolean {
  const whole = folded(text, comparison);
  const part = folded(value, comparison);
  switch (mode) {
    case 'FullString':
      return whole === part;
    case 'Prefixed':
      return whole.startsWith(part);
    case 'PrefixOnWords':
      return ` ${whole}`.includes(` ${part}`);
    case 'ExactPhrase':
      return ` ${whole} `.includes(` ${part} `);
    default:
      return whole.includes(part);
  }
}

// “Loose” leaves out both, as far as anybody has written down.
function folded(text: string, comparison: string): string {
  const cased = /IgnoreCase|Loose/.test(comparison) ? text.toLowerCase() : text;
  return /NonSpac|Loose/.test(comparison) ? cased.normalize('NFD').replace(/\p{Mn}/gu, '') : cased.normalize('NFC');
}
