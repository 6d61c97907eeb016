import { enter, type Finding } from './finding.ts';
import { isAddress } from './ids.ts';

/** An address with a name, a prefix or brackets around it. */
export function examineAddress(field: 'emailAddress' | 'signInAs', given: string): Finding | null {
  const text = given.trim();
  if (isAddress(text)) return null;
  const inside = text.replace(/^(?:mailto|smtp|sip):/i, '').split(/[\s<>"'(),;]+/).filter(isAddress);
  const [address] = inside;
  return address && inside.length === 1 ? { kind: 'decorated', params: {}, fixes: [enter(field, address)] } : null;
}
