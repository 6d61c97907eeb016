// What a local part is made of, its encoded letters included. Neither = nor / nor ?: those stand before an address more often than in one.
const code = String.raw`(?:2[13467BDE]|5[EF]|7[B-E]|[89A-F][\dA-F])`;
const encoded = String.raw`%(?:25){0,3}${code}|=${code}|=\r?\n|&(?:amp|apos|#39|#x27);`;
// A letter that belongs to %3D belongs to no name.
const letter = String.raw`(?<!%(?:25){0,3}[\dA-F]?)[\p{L}\p{M}\p{N}!#$&'*+^_\x7b|}~.-]`;
const local = String.raw`(?:${encoded}|${letter}){1,256}|"[\p{L}\p{M}\p{N} ._-]{1,64}"`;
const at = String.raw`[@＠]|%(?:25){0,3}40|=40|&(?:#64|#x40|commat);|\\u0040`;
const domain = String.raw`(?!odata\.)(?:[\p{L}\p{M}\p{N}_-]|%(?:25){0,3}(?:2[DE]|5F|[89A-F][\dA-F])|=(?:2[DE]|5F|[89A-F][\dA-F]|\r?\n)|\.(?=[\p{L}\p{N}%=])){1,300}|\[[\d.:A-Fa-fIPv]{3,64}\]`;
const address = new RegExp(String.raw`(?:${at})(?<=(${local})(?:${at}))(${domain})`, 'giu');

// Whoever signs in by the tenant's first domain has another trouble than who signs in by his own.
const firstDomain = /\.(?:onmicrosoft\.(?:com|us)|partner\.onmschina\.cn)$/;
const mostNames = 10_000;

interface Name {
  user: string;
  host: string;
}

/** Masks the mail addresses and sign-in names of a text, as one run of `createAddressMasker`. */
export function maskAddresses(text: string): string {
  return createAddressMasker()(text);
}

/**
 * A function that masks mail addresses and sign-in names: `s***@c***.com`, `s***-2@c***.com` for the next one that looks so. It gets a text piece by piece, cut between lines.
 * One address gets one mask in all pieces, however it is written: plain, IDN, percent-encoded, quoted-printable, in XML or JSON. Beyond the ten thousandth all new ones end in `-n`.
 */
export function createAddressMasker(): (text: string) => string {
  const nameDomain = createNames();
  const nameAddress = createNames();
  const known = new Map<string, Name>();

  function nameOf(user: string, host: string): Name {
    const written = `${user}@${host}`;
    const found = known.get(written);
    if (found !== undefined) return found;
    const plainHost = toAscii(decode(host));
    const plainUser = decode(user).replace(/^["']+|"$/g, '').toLowerCase();
    const end = firstDomain.exec(plainHost)?.[0] ?? /[^.[](\.[^.\]]+)$/.exec(plainHost)?.[1] ?? '';
    const shownHost = `${nameDomain(plainHost, firstLetter(plainHost))}${end}`;
    const name = { user: nameAddress(`${plainUser}@${plainHost}`, firstLetter(plainUser), shownHost), host: shownHost };
    if (known.size < mostNames) known.set(written, name);
    return name;
  }

  return (text) => {
    let masked = '';
    let done = 0;
    for (const found of text.matchAll(address)) {
      const [whole, before = '', host = ''] = found;
      const marker = whole.slice(0, whole.length - host.length);
      // An apostrophe in front quotes the address.
      const user = before.replace(/^'+/, '');
      const name = nameOf(user, host);
      // In a@b@c, b is masked already.
      masked += (found.index === done && done > 0 ? '' : text.slice(done, found.index - user.length) + name.user) + marker + name.host;
      done = found.index + whole.length;
    }
    return done === 0 ? text : masked + text.slice(done);
  };
}

// The second of those that look the same gets a number; `among` says where they must not.
function createNames(): (value: string, letter: string, among?: string) => string {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  return (value, letter, among = '') => {
    const found = names.get(value);
    if (found !== undefined) return found;
    if (names.size >= mostNames) return `${letter}***-n`;
    const count = (counts.get(`${letter}@${among}`) ?? 0) + 1;
    counts.set(`${letter}@${among}`, count);
    const name = count === 1 ? `${letter}***` : `${letter}***-${count}`;
    names.set(value, name);
    return name;
  };
}

function firstLetter(text: string): string {
  return /^[a-z\d]/.exec(text)?.[0] ?? '';
}

function decode(text: string): string {
  const plain = text.replace(/=\r?\n/g, '').replace(/&(?:apos|#39|#x27);/gi, "'").replace(/&amp;/gi, '&').replace(/%(?:25)+(?=[\dA-F]{2})/gi, '%').replace(/=([\dA-F]{2})/gi, '%$1');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

function toAscii(host: string): string {
  const address = `http://${host}`;
  return /[^\x21-\x7e]/.test(host) && URL.canParse(address) ? new URL(address).hostname : host.toLowerCase();
}
