import { backupFieldName, backupValue } from '../../../contract/explanations/backup-words.ts';
import type { ChangedField } from '../../../contract/backup.ts';
import type { Language } from '../../../contract/fields.ts';
import { sameSecret } from './sealing.ts';
import type { Item, StoredItem, Value } from './part.ts';

/** What differs between what is stored and what is to be; `null` of a secret's value is none. */
export type Difference = { field: string; from: unknown; to: unknown } | { field: string; secret: 'set' | 'changed' | 'removed' };

/** The differences, members first. */
export async function differencesOf(stored: StoredItem, item: Item): Promise<Difference[]> {
  const before = flat(stored.value);
  const after = flat(item.value);
  const found: Difference[] = [];
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [from, to] = [before[field] ?? null, after[field] ?? null];
    if (from !== to) found.push({ field, from, to });
  }
  for (const field of new Set([...Object.keys(stored.secrets), ...Object.keys(item.secrets)])) {
    const secret = await fateOf(stored.secrets[field], item.secrets[field]);
    if (secret) found.push({ field, secret });
  }
  return found;
}

/** A difference in words; null where it is nothing that a page shows. */
export function showDifference(difference: Difference, language: Language): ChangedField | null {
  const name = backupFieldName(difference.field, language);
  if (name === null) return null;
  if ('secret' in difference) return { name, from: null, to: null, what: difference.secret };
  return { name, from: backupValue(difference.field, difference.from, language), to: backupValue(difference.field, difference.to, language), what: null };
}

async function fateOf(stored: StoredItem['secrets'][string] | undefined, given: Item['secrets'][string] | undefined): Promise<'set' | 'changed' | 'removed' | null> {
  if (!stored) return given ? 'set' : null;
  if (!given) return 'removed';
  const plain = await stored.open();
  return plain && sameSecret(plain, given.plain) ? null : 'changed';
}

// Members of members by their path; a list is one member, and nothing is none.
function flat(value: Value, above = ''): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (Array.isArray(member)) found[above + name] = member.join(', ') || null;
    else if (typeof member === 'object' && member !== null) Object.assign(found, flat(member as Value, `${above}${name}/`));
    else found[above + name] = member === '' ? null : member;
  }
  return found;
}
