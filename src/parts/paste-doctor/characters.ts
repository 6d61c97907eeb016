import { clear, enter, type DoctorField, type Finding, type Fix } from './finding.ts';
import { guidIn } from './ids.ts';

// Control and format characters, the blanks that do not break, and fillers that no font draws. Tabs and line breaks part values, so they are none of these.
const invisible = /[^\P{Cc}\t\n\r]|[\p{Cf}\u00a0\u2007\u202f\u115f\u1160\u3164]|\p{Variation_Selector}/gu;
const dashes = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/g;
const fullWidth = /[\uff01-\uff5e]/g;
const foreign = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;

// Each letter of the first line looks like the one below it.
const alike = 'аеорсухіјѕԁһӏкмтвнАВЕКМНОРСТУХІЅЈοανρτυικεχγωΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const latin = 'aeopcyxijsdhlkmtbhABEKMHOPCTYXISJoavptuikexywABEZHIKMNOPTYX';

/** The text with the characters that were meant: hyphens, ASCII, Latin letters, and none that cannot be seen. */
export function meant(text: string): string {
  return unify(text.replace(invisible, ''))
    .replace(foreign, (letter) => latin[alike.indexOf(letter)] ?? letter)
    .trim();
}

/** A copied text to look for labels in: its blanks and line breaks stay. */
export function readable(text: string): string {
  return unify(text.replace(invisible, (character) => (/\p{Cf}/u.test(character) ? '' : ' ')));
}

function unify(text: string): string {
  return text.replace(dashes, '-').replace(fullWidth, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0));
}

/** Characters that are not what they look like, or that cannot be seen. */
export function examineCharacters(field: DoctorField, text: string): Finding | null {
  const value = meant(text);
  const fixed = field === 'applicationId' || field === 'tenantId' ? (guidIn(value) ?? value) : value;
  const fix = fixed === '' ? clear(field) : enter(field, fixed);
  const remove: Fix = { kind: 'remove', params: {}, changes: fix.changes };
  // Blanks around an id are trimmed by the form; those around a secret are a case of their own.
  const inner = text.trim();
  if (inner.search(invisible) !== -1) return { kind: 'invisible', params: {}, fixes: [remove] };
  if (inner.search(dashes) !== -1) return { kind: 'dashes', params: {}, fixes: [fix] };
  if (inner.search(fullWidth) !== -1) return { kind: 'full-width', params: {}, fixes: [fix] };
  const letters = [...new Set(inner.match(foreign))];
  const isName = field === 'emailAddress' || field === 'signInAs';
  if (letters.length === 0 || (isName && !/\p{Script=Latin}/u.test(inner))) return null;
  return { kind: 'look-alikes', params: { letters: letters.join(' '), script: /\p{Script=Cyrillic}/u.test(inner) ? 'cyrillic' : 'greek' }, fixes: fixed.search(foreign) === -1 ? [fix] : [] };
}
