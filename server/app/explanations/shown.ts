import { redact } from '../redaction/redact.ts';

const longest = 240;
// What is called a secret by its label, in the ways in which protocols, settings and programs write it.
const named = /\b((?:client[_-]?|api[_-]?|shared[_-]?)?secret(?:[_ -]?(?:value|text|key|id))?|geheimnis|credentials?|(?:access|refresh|id|auth|bearer|session|sas)[_-]?token|token|device[_-]?code|user[_-]?code|authorization|x-api-key|assertion|signature|sig)(["'\\]{0,4}\s{0,2}[:=]\s{0,2}["'\\]{0,4})(?!Bearer \*)[^\s"'&,;}<]+/gi;
const passwords = /\b(pass(?:word|phrase|wd|code)?|pwd|kennwort|passwort)(["'\\]{0,4}\s{0,2}(?:[:=]|\s(?:is|ist)\b)\s{0,2}["'\\]{0,4})[^\s"'&,;}<]+/gi;
const commands = /\b(PASS|AUTH(?:ENTICATE)?\s+(?:PLAIN|LOGIN|XOAUTH2|OAUTHBEARER|CRAM-MD5))\s+\S+/g;
const word = /[\w~+/.!$%^*-]{12,}/g;
// What is long and no secret: ids, hosts and addresses, instants, names of errors, numbers.
const harmless = [/^\{?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\}?$/i, /^[\dA-F]{12,16}$/, /^[\d.:TZ+-]+$/, /^(?:[a-z\d-]+\.){1,6}[a-z]{2,}\.?$/i, /^AADSTS\d+$/, /^[A-Za-z]+(?:[._-][A-Za-z]+)*[.:]?$/, /^(?:\d{3}[ -])?\d\.\d{1,3}\.\d{1,3}$/, /^[A-Z][A-Z_\d]+$/, /^[a-z]+(?:_[a-z\d]+)+$/];

/** An answer, as it may be shown again: its beginning, on one line, without control characters, and without anything that could open a door. */
export function shown(answer: string): string {
  const flat = answer.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  const cut = flat.length > longest ? `${flat.slice(0, longest)}…` : flat;
  return redact(cut.replace(named, '$1$2***').replace(passwords, '$1$2***').replace(commands, '$1 ***')).replace(word, (text) => (mayBeSecret(text) ? '***' : text));
}

function mayBeSecret(text: string): boolean {
  if (harmless.some((pattern) => pattern.test(text))) return false;
  return /[a-z]/i.test(text) && /\d/.test(text);
}
