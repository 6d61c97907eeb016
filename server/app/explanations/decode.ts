const [zero, bell, escape] = [0, 7, 27].map((code) => String.fromCharCode(code));
const unseen = `${zero}${escape}\u00ad\u200b-\u200d\u2060\ufeff`;
const invisible = new RegExp(`[${unseen}]`);
const allInvisible = new RegExp(`[${unseen}]`, 'g');
// Escape sequences of terminals: ECMA-48 section 5.4, and the titles that xterm takes.
const escapes = new RegExp(`${escape}(?:\\[[0-?]{0,40}[ -/]{0,4}[@-~]|\\][^${bell}${escape}\\n]{0,500}(?:${bell}|${escape}\\\\)?|[@-Z\\\\-_])`, 'g');
const named: Readonly<Record<string, string>> = { nbsp: ' ', quot: '"', apos: "'", amp: '&', lt: '<', gt: '>' };

/** The text without what nobody sees: terminal escapes, zero-width characters, the zero bytes of UTF-16. Its lines stay where they are. */
export function withoutInvisible(text: string): string {
  const seen = invisible.test(text) ? text.replace(escapes, '').replace(allInvisible, '') : text;
  return seen.includes('\\') ? seen.replace(/\\+(?:u001b|x1b|033|e)\[[\d;]{0,20}m/gi, '') : seen;
}

/** The text without what breaks its words: the soft line breaks of quoted-printable (RFC 2045 section 6.7), URL encoding. Its lines are as many as before. */
export function wholeWords(text: string): string {
  const joined = joinedLines(text);
  if (!/%(?:25)*(?:2[0-9A-F]|3[A-F]|5[BD]|7[BD]|0[AD])/i.test(joined)) return joined;
  return joined.replace(/\S+/g, (piece) => (piece.includes('%') ? decodePercent(piece.replaceAll('+', ' ')).replace(/[\r\n]+/g, ' ') : piece));
}

function joinedLines(text: string): string {
  return text.replace(/=\r?\n((?:(?!=\r?\n)\S)*)/g, '$1\n');
}

/** What a short piece says when the wrapping is off: URL encoding, JSON escapes (nested, too), HTML, quoted-printable. On one line. */
export function plain(piece: string): string {
  const spaced = /^[^\s+]{1,40}\+\S{20}/.test(piece) ? piece.replaceAll('+', ' ') : piece;
  const unescaped = unquote(unescapeJson(decodePercent(spaced)));
  return decodeHtml(unescaped).replace(/[^\S\r\n]*[\r\n][>|\s]*|\s\s+|[^\S ]/g, ' ');
}

function decodePercent(piece: string): string {
  let text = piece;
  for (let round = 0; round < 3 && /%[0-9a-f]{2}/i.test(text); round++) {
    text = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => decodeRun(run));
  }
  return text;
}

function decodeRun(run: string): string {
  const bytes = Uint8Array.from(run.slice(1).split('%'), (hex) => Number.parseInt(hex, 16));
  return new TextDecoder().decode(bytes);
}

function unescapeJson(piece: string): string {
  if (!piece.includes('\\')) return piece;
  return piece.replace(/\\+(?:u([0-9a-f]{4})|[rnt]|(["'/]))/gi, (_all, code: string | undefined, mark: string | undefined) => (code ? String.fromCharCode(Number.parseInt(code, 16)) : (mark ?? ' ')));
}

function unquote(piece: string): string {
  if (!/=[0-9A-F]{2}/.test(piece)) return piece;
  return piece.replace(/=(20|3D|22|27|2C|5B|5D|3A|3B|09|0D|0A)/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function decodeHtml(piece: string): string {
  const text = piece.replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ');
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|(nbsp|quot|apos|amp|lt|gt));/gi, (_all, decimal?: string, hex?: string, name?: string) => {
    if (name) return named[name.toLowerCase()] ?? ' ';
    return String.fromCodePoint(Math.min(Number.parseInt(decimal ?? hex ?? '32', decimal ? 10 : 16), 0x10ffff));
  });
}

/** What stands in a text in base64 (RFC 4648; over several lines as in a mail, or in one run as XOAUTH2 has it), each with the place of its run. Only what is readable text. */
export function base64Texts(text: string): { at: number; text: string }[] {
  const found: { at: number; text: string }[] = [];
  let done = 0;
  // Each run that is long enough covers one of these places.
  for (let place = shortestRun - 1; place < text.length; place += shortestRun) {
    if (place < done || !isLetter(text.charCodeAt(place))) continue;
    let start = place;
    while (start > done && isLetter(text.charCodeAt(start - 1))) start--;
    let end = place + 1;
    while (end < text.length && end - start < longestRun && isLetter(text.charCodeAt(end))) end++;
    if (end - start < shortestRun) continue;
    moreLines.lastIndex = end;
    const run = text.slice(start, end) + (moreLines.exec(text)?.[0] ?? '');
    done = start + run.length;
    const inside = decodeBase64(run);
    if (inside !== null) found.push({ at: start, text: inside });
  }
  return found;
}

const shortestRun = 24;
const longestRun = 20_000;
const moreLines = /={0,2}(?:\r?\n[A-Za-z0-9+/]{1,76}={0,2}(?=\r?\n|$)){0,2000}/y;

// A to Z, a to z, 0 to 9, and + / - _
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 47 && code <= 57) || code === 43 || code === 45 || code === 95;
}

function decodeBase64(run: string): string | null {
  const letters = run.replace(/[\r\n=]/g, '').replaceAll('-', '+').replaceAll('_', '/');
  if (!isReadable(decodeLetters(letters.slice(0, 32)))) return null;
  const text = decodeLetters(letters.slice(0, letters.length - (letters.length % 4 === 1 ? 1 : 0)));
  return new TextDecoder().decode(Uint8Array.from(text, (byte) => byte.charCodeAt(0)));
}

function decodeLetters(letters: string): string {
  try {
    return atob(letters);
  } catch {
    return '';
  }
}

function isReadable(bytes: string): boolean {
  return bytes.length > 8 && !/[^\t\r\n -~\u0080-\u00ff]/.test(bytes) && (bytes.match(/[ -~\r\n]/g) ?? []).length > bytes.length * 0.85;
}
