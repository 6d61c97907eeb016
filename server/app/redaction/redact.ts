const hidden = '***';
// How = and : are written in a form, in percent encoding, quoted-printable, JSON and XML.
const isWritten = String.raw`(?:[=:]|%(?:25)?3[AD]|=3[AD]|\\u003[ad]|&#(?:58|61|x3[ad]);)`;
const mechanisms = 'XOAUTH2|PLAIN|LOGIN|OAUTHBEARER|CRAM-MD5|NTLM|GSSAPI';

/** Names whose value opens a door, wherever they stand. */
const names = [
  'client_?secret', 'client_?assertion', 'assertion', '(?:access|refresh|id|session|bearer)[_-]?tokens?', 'device_?code', 'user_?code', 'code_?verifier', 'auth(?:orization)?_?code',
  'pass(?:word|wd|phrase)?', 'pwd', 'secret', 'secret_?text', 'api[_-]?key', '(?:__Host-)?postern-session', String.raw`ESTS\w{0,40}`, 'setup[_-]?code', 'skiptoken',
].join('|');

const named = new RegExp(String.raw`(?<![A-Za-z\d])(?:${names})(\\{0,3}["']|%(?:25)?22|&quot;|&#34;)?\s{0,3}${isWritten}\s{0,3}`, 'gi');
// `code` alone is a word of many: in an address or a form it is the code of a sign-in.
const queried = /[?&]code=/gi;

const shapes: readonly (readonly [RegExp, string | ((...found: string[]) => string)])[] = [
  [/^((?:[<>CS]:? ?)?)PASS(?=[ \t]+\S).*/gim, `$1PASS ${hidden}`],
  [new RegExp(String.raw`(\bAUTH(?:ENTICATE)? (?:${mechanisms}))[ \t]+(?!(?:${mechanisms})\b)(?!\*\*\*)\S+`, 'gi'), `$1 ${hidden}`],
  [/\b((?:proxy-)?authorization["']?[ \t]*[:=][ \t]*["']?)(?!(?:Bearer|Basic)\b)[A-Za-z][\w-]*[ \t]+[^\s"',]+/gi, `$1${hidden}`],
  [/\b((?:set-)?cookie2?["']?[ \t]*:[ \t]*["']?)[^\r\n"]+/gi, `$1${hidden}`],
  [/\b(Bearer|Basic|Negotiate|NTLM|DPoP)((?:[ =]|%20|\+)+)([\w.~+/-]{8,}=*)/gi, (found, scheme = '', gap = '', value = '') => (/^[A-Za-z]?[a-z_]+=?$/.test(value) ? found : `${scheme}${gap}${hidden}`)],
  [/(:\/\/[^\s/:@"'<>]{0,256}:)[^\s/@"'<>]{1,256}(?=@)/g, `$1${hidden}`],
  [new RegExp(String.raw`(<(?:\w{1,20}:)?(?:${names})(?:\s[^<>]{0,300})?(?<!/)>)[^<]+`, 'gi'), `$1${hidden}`],
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g, hidden],
];

// A word of the alphabets that tokens are made of.
const word = /[\w.~+/%-]{24,}=*/g;

/**
 * A text without what looks like a secret, though nobody knows it: tokens, headers that sign in, and whatever follows the name of a secret in JSON, XML, a form, an address or a mail dialogue.
 * Its time grows with the text. Secrets that are known are hidden by `createHider`; whoever writes a line leaves them out by himself.
 */
export function redact(text: string): string {
  const withoutShapes = shapes.reduce((left, [pattern, replacement]) => left.replace(pattern, replacement as string), text);
  return hideNamed(hideNamed(withoutShapes, named), queried).replace(word, hideToken);
}

/** The same for a protocol line, which is cut at 4,000 characters. */
export function redactLine(line: string): string {
  return redact(line.slice(0, 4000));
}

/** The texts of a value redacted, as far as it is data; an error becomes its text. */
export function redactIn<T>(value: T): T {
  return redactAny(value) as T;
}

function redactAny(value: unknown): unknown {
  if (typeof value === 'string') return redact(value);
  if (value instanceof Error) return redact(value.stack ?? String(value));
  if (Array.isArray(value)) return value.map(redactAny);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, redactAny(member)]));
}

function hideNamed(text: string, pattern: RegExp): string {
  let left = '';
  let done = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (index < done) continue;
    const from = index + found.length;
    const [start, end] = valueAt(text, from);
    if (start === end) continue;
    left += text.slice(done, start) + hidden;
    done = end;
  }
  return done === 0 ? text : left + text.slice(done);
}

// Where a value begins and ends: at its quote, however often that is escaped, or before what ends a word, a form's value or an element.
function valueAt(text: string, from: number): [number, number] {
  const quote = /^(?:\\{0,7}["']|%(?:25)?22|&quot;|&#34;)/.exec(text.slice(from, from + 10))?.[0] ?? '';
  const start = from + quote.length;
  if (quote === '') {
    if (/^(?:null|true|false|\*\*\*|[{[])/.test(text.slice(start, start + 5))) return [start, start];
    const end = /[\s"'&,;<>})\]]|%(?:25)?26/g;
    end.lastIndex = start;
    return [start, end.exec(text)?.index ?? text.length];
  }
  for (let at = start; at < text.length; at += 1) {
    if (text.startsWith(quote, at) && !(quote.length === 1 && text[at - 1] === '\\' && isEscaped(text, at))) return [start, at];
    if (text[at] === '\n') return [start, at];
  }
  return [start, text.length];
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

function hideToken(found: string): string {
  // A JWT: the header of all of them begins alike.
  const jwt = found.search(/eyJ[\w-]{8}/);
  if (jwt >= 0) return found.slice(0, jwt) + hidden;
  // Client secrets, refresh tokens and authorization codes of Microsoft's, and what signs in by SASL XOAUTH2.
  if (/\dQ~[\w.~-]{30}/.test(found) || /^(?:[01]\.A[\w-]{40}|M\.[CR]\d|EwB[\w+/]{60}|dXNlcj[\w+/]{16})/.test(found)) return hidden;
  // Whatever else is long and no address or path.
  return found.length >= 200 && !/[./%]{2}|(?:[^./%]{1,60}[./%]){4}/.test(found.slice(0, 400)) ? hidden : found;
}
