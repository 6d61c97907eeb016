// Whatever the alphabet, a + is a +: base64url has - and _, a form + for a space.
const same: Record<string, string> = { ' ': '+', '-': '+', '_': '/' };

const codes = Uint8Array.from({ length: 256 }, (_, code) => (same[String.fromCharCode(code)] ?? String.fromCharCode(code)).charCodeAt(0));

/** Longer ones are tokens, which nobody writes in UTF-16. */
const longestPassword = 256;
const most = 20;

/** A text in which bytes are characters, and where in the text each of them was; one more for the end. */
export interface Layer {
  bytes: string;
  origins: Int32Array;
}

/** Letters that base64 and forms write in several ways, in one way. */
export function canonical(bytes: string): string {
  return bytes.replace(/[ _-]/g, (letter) => same[letter] ?? letter);
}

/** The code of one of them. */
export function canonicalCode(bytes: string, at: number): number {
  return codes[bytes.charCodeAt(at)] ?? 0;
}

/** A secret in all forms in which it travels, canonical: as it is (UTF-8, Latin-1, UTF-16LE), and within base64, which has three depending on what stands before it. */
export function formsOf(secret: string): string[] {
  const written = [utf8(secret)];
  if (/[\u0080-\u00ff]/.test(secret) && !/[\u0100-\uffff]/.test(secret)) written.push(secret);
  if (secret.length <= longestPassword) written.push(Array.from({ length: secret.length }, (_, at) => utf16(secret.charCodeAt(at))).join(''));
  return written.flatMap((bytes) => [bytes, ...[0, 1, 2].map((before) => within64(bytes, before))]).map(canonical);
}

// Without the letters that hold bits of what stands before and behind.
function within64(bytes: string, before: number): string {
  const encoded = btoa('\0'.repeat(before) + bytes);
  return encoded.slice(Math.ceil((before * 4) / 3), Math.floor(((before + bytes.length) * 4) / 3));
}

/** A text as it is, and what is behind its escapes: percent and form encoding, quoted-printable, JSON, XML, lines that are folded, and one within the other. */
export function layersOf(text: string): Layer[] {
  const layers = [asBytes(text)];
  const seen = new Set(layers.map(({ bytes }) => bytes));
  for (let at = 0; at < layers.length && layers.length < most; at += 1) {
    for (const { sign, pattern, decode } of escapes) {
      const layer = layers[at];
      const next = layer?.bytes.includes(sign) ? unescape(layer, pattern, decode) : null;
      if (!next || seen.has(next.bytes)) continue;
      seen.add(next.bytes);
      layers.push(next);
    }
  }
  return layers;
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const control: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const byteOf = (hex: string) => String.fromCharCode(Number.parseInt(hex, 16));

const escapes: readonly { sign: string; pattern: RegExp; decode: (found: string) => string }[] = [
  { sign: '%', pattern: /%[\dA-F]{2}/gi, decode: (found) => byteOf(found.slice(1)) },
  { sign: '=', pattern: /=(?:[\dA-F]{2}|\r?\n)/gi, decode: unescapeQuoted },
  // Behind a name, = may be what it is.
  { sign: '=', pattern: /(?<!(?:^|[\s?&;,"'<])[A-Za-z_]{1,40})=(?:[\dA-F]{2}|\r?\n)/gi, decode: unescapeQuoted },
  { sign: '\\', pattern: /\\(?:uD[89AB][\dA-F]{2}\\uD[C-F][\dA-F]{2}|u[\dA-F]{4}|x[\dA-F]{2}|[\\/"'bfnrt])/gi, decode: unescapeJson },
  { sign: '&', pattern: /&(?:#\d{1,7}|#x[\dA-F]{1,6}|amp|lt|gt|quot|apos);/gi, decode: unescapeXml },
  { sign: '\n', pattern: /\r?\n[\t ]*/g, decode: () => '' },
];

function unescapeQuoted(found: string): string {
  return found.includes('\n') ? '' : byteOf(found.slice(1));
}

function unescapeJson(found: string): string {
  const letter = found.charAt(1);
  if (letter === 'x') return byteOf(found.slice(2));
  if (letter !== 'u' && letter !== 'U') return control[letter] ?? letter;
  return utf8(found.replace(/\\u([\dA-F]{4})/gi, (_escape, hex: string) => byteOf(hex)));
}

function unescapeXml(found: string): string {
  const name = found.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return named[name] ?? '';
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0x10ffff ? '' : utf8(String.fromCodePoint(code));
}

function asBytes(text: string): Layer {
  const bytes = utf8(text);
  const origins = new Int32Array(bytes.length + 1);
  if (bytes.length === text.length) return { bytes, origins: origins.map((_, at) => at) };
  let byte = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isPair = code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    const length = code < 0x80 ? 1 : code < 0x800 ? 2 : isPair ? 4 : 3;
    origins.fill(at, byte, byte + length);
    byte += length;
    if (isPair) at += 1;
  }
  origins[byte] = text.length;
  return { bytes, origins };
}

function unescape({ bytes, origins }: Layer, pattern: RegExp, decode: (found: string) => string): Layer {
  const moved = new Int32Array(bytes.length + 1);
  const parts: string[] = [];
  let length = 0;
  let done = 0;
  const copy = (to: number) => {
    parts.push(bytes.slice(done, to));
    moved.set(origins.subarray(done, to), length);
    length += to - done;
  };
  for (const { 0: found, index } of bytes.matchAll(pattern)) {
    copy(index);
    const plain = decode(found);
    parts.push(plain);
    moved.fill(origins[index] ?? 0, length, length + plain.length);
    length += plain.length;
    done = index + found.length;
  }
  copy(bytes.length);
  moved[length] = origins[bytes.length] ?? 0;
  return { bytes: parts.join(''), origins: moved.subarray(0, length + 1) };
}

function utf8(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}

function utf16(unit: number): string {
  return String.fromCharCode(unit & 0xff, unit >> 8);
}
