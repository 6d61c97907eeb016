// Written without anything of what it tests.
const bytesOf = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Uint8Array.from(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).flatMap((code) => [code & 255, code >> 8]));
const base64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const hex = (byte: number) => byte.toString(16).padStart(2, '0');
const eachByte = (text: string, write: (byte: number) => string) => Array.from(bytesOf(text), write).join('');
const eachUnit = (text: string, write: (code: number) => string) => Array.from({ length: text.length }, (_, at) => write(text.charCodeAt(at))).join('');
const eachLetter = (text: string, write: (letter: string) => string) => Array.from(text, write).join('');
const url64 = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const isWord = (byte: number) => /[A-Za-z\d]/.test(String.fromCharCode(byte));
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Encodings letter by letter: a piece of a secret is written the same by itself. */
const byLetter: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'percent-encoded': (text) => encodeURIComponent(text.toWellFormed()),
  'percent-encoded, all of it, in small letters': (text) => eachByte(text, (byte) => `%${hex(byte)}`),
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text.toWellFormed())),
  'in a form': (text) => new URLSearchParams({ x: text }).toString().slice(2),
  'in JSON': (text) => JSON.stringify(text).slice(1, -1),
  'in JSON, escaped': (text) => eachUnit(text, (code) => `\\u${code.toString(16).padStart(4, '0')}`),
  'in JSON, with \\u003d and \\/': (text) => JSON.stringify(text).slice(1, -1).replace(/[^\w\\"]/g, (letter) => (letter === '/' ? '\\/' : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`)),
  'in JSON in JSON': (text) => JSON.stringify(JSON.stringify(text)).slice(3, -3),
  'in XML': (text) => text.replace(/[&<>"']/g, (letter) => entities[letter] ?? ''),
  'in XML, by numbers': (text) => eachLetter(text, (letter) => `&#${letter.codePointAt(0)};`),
  'in XML, by hexadecimal numbers': (text) => eachLetter(text, (letter) => `&#x${letter.codePointAt(0)?.toString(16)};`),
  'quoted-printable': (text) => eachByte(text, (byte) => (isWord(byte) ? String.fromCharCode(byte) : `=${hex(byte).toUpperCase()}`)),
  'in JSON, percent-encoded': (text) => encodeURIComponent(JSON.stringify(text.toWellFormed()).slice(1, -1)),
};

/** Encodings of a whole. */
const asWhole: Record<string, (text: string) => string> = {
  'base64': (text) => base64(bytesOf(text)),
  'base64url': (text) => url64(base64(bytesOf(text))),
  'base64 after one letter': (text) => base64(bytesOf(`x${text}`)),
  'base64url after two letters': (text) => url64(base64(bytesOf(`xy${text}z`))),
  'SASL XOAUTH2': (text) => base64(bytesOf(`user=pbx@contoso.com\u0001auth=Bearer ${text}\u0001\u0001`)),
  'SASL PLAIN': (text) => base64(bytesOf(`\0pbx@contoso.com\0${text}`)),
  'a Basic header': (text) => `Basic ${base64(bytesOf(`pbx@contoso.com:${text}`))}`,
  'base64 in a form': (text) => encodeURIComponent(base64(bytesOf(text))),
  'base64 of UTF-16': (text) => base64(utf16(text)),
  'base64 of UTF-16 after a word': (text) => base64(utf16(`pass=${text}`)),
  'quoted-printable with a soft line break': (text) => `${byLetter['quoted-printable']?.(text.slice(0, 5))}=\r\n${byLetter['quoted-printable']?.(text.slice(5))}`,
  'over two lines': (text) => `${text.slice(0, text.length / 2)}\r\n ${text.slice(text.length / 2)}`,
};

/** All ways in which a secret travels. */
export const encodings: Record<string, (secret: string) => string> = { ...byLetter, ...asWhole };

const longestPiece = 8;

// The letters of base64 that hold nothing but this, behind 0, 1 or 2 other bytes.
function within64(bytes: Uint8Array): string[] {
  return [0, 1, 2].map((before) => base64(Uint8Array.from([...Array.from({ length: before }, () => 0), ...bytes])).slice(Math.ceil((before * 4) / 3), Math.floor(((before + bytes.length) * 4) / 3)));
}

/** Where eight letters of a secret, in any encoding, stand in one of these texts; null where they do not. */
export function findLeak(texts: Record<string, string>, secret: string): string | null {
  const letters = Array.from(secret);
  const pieces = letters.slice(longestPiece - 1).map((_, at) => letters.slice(at, at + longestPiece).join(''));
  const written = new Set(pieces.flatMap((piece) => [
    ...Object.values(byLetter).map((write) => write(piece)),
    ...[bytesOf(piece), utf16(piece)].flatMap(within64).flatMap((text) => [text, url64(text), encodeURIComponent(text)]),
  ]));
  for (const [name, text] of Object.entries(texts)) for (const piece of written) if (text.includes(piece)) return `${name}: ${piece}`;
  return null;
}
