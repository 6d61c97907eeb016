import type { Confidential } from './confidential.ts';
import { canonical, canonicalCode, formsOf, layersOf, type Layer } from './secret-forms.ts';

// What is shorter stands in any line.
const shortest = 4;
/** From this length on a piece of a secret is hidden, too. */
const piece = 8;
const hidden = '***';
const mostParts = 1000;
/** Of a text in an error; what is more is cut off. */
const mostOfText = 16_000;
/** Of a piece that stands in a secret again and again. */
const mostPlaces = 64;

export interface Hider {
  add(secrets: readonly Confidential[]): void;
  /** The text without the secrets and without any piece of one from eight letters on, however they are written in it; a shorter secret is hidden as a word. Its time grows with the text and with the secrets, each by itself. */
  hide(text: string): string;
  /** The same for an error, with its stack, its causes and all else that it holds: the error itself, changed, and its texts cut at 16,000 letters. */
  hideIn(error: unknown): unknown;
}

/** Takes secrets out of what somebody else wrote: lines, answers and errors. */
export function createHider(): Hider {
  let waiting: string[] = [];
  let short: string[] = [];
  const pieces = createPieces();

  // Whoever never says anything costs nothing.
  function learn(): void {
    for (const secret of waiting) {
      const [plain = '', ...others] = formsOf(secret);
      if (plain.length < piece) short.push(plain);
      for (const form of [plain, ...others]) pieces.add(form);
    }
    short = [...new Set(short)];
    waiting = [];
  }

  function hide(text: string): string {
    learn();
    if (text === '' || (short.length === 0 && pieces.isEmpty())) return text;
    const found = layersOf(text).flatMap((layer) => findIn(layer, pieces, short));
    return found.length === 0 ? text : cut(text, found);
  }

  function hideIn(value: unknown, seen: Set<unknown>): unknown {
    if (typeof value === 'string') return hide(value.slice(0, mostOfText));
    if (!isPlain(value) || seen.has(value) || seen.size > mostParts) return value;
    seen.add(value);
    for (const name of Object.getOwnPropertyNames(value)) {
      const member: unknown = Reflect.get(value, name);
      const without = hideIn(member, seen);
      if (without !== member) Reflect.set(value, name, without);
    }
    return value;
  }

  return {
    add(secrets) {
      // A passphrase is known by its words, too.
      const all = secrets.map((secret) => secret.reveal()).flatMap((secret) => [secret, ...secret.split(/\s+/)]);
      waiting.push(...all.filter(({ length }) => length >= shortest));
    },
    hide,
    hideIn: (error) => hideIn(error, new Set()),
  };
}

// An error or data in it: no sockets, no bytes.
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const made: unknown = Object.getPrototypeOf(value);
  return value instanceof Error || Array.isArray(value) || made === Object.prototype || made === null;
}

interface Span {
  from: number;
  to: number;
}

function findIn({ bytes, origins }: Layer, pieces: Pieces, short: readonly string[]): Span[] {
  const found: Span[] = [];
  const mark = (from: number, length: number) => found.push({ from: origins[from] ?? 0, to: origins[from + length] ?? 0 });
  pieces.search(bytes, mark);
  const text = short.length === 0 ? '' : canonical(bytes);
  for (const secret of short) for (let at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) if (isWord(text, at, at + secret.length)) mark(at, secret.length);
  return found;
}

// “correct” says nothing in “incorrect”, and in*** would say more.
function isWord(text: string, from: number, to: number): boolean {
  return !/[A-Za-z\d]/.test(text.charAt(from - 1)) && !/[A-Za-z\d]/.test(text.charAt(to));
}

function cut(text: string, found: Span[]): string {
  let left = '';
  let done = 0;
  let end = -1;
  for (const { from, to } of found.sort((a, b) => a.from - b.from)) {
    if (from > end || end < 0) {
      left += text.slice(done, from) + hidden;
      end = to;
    } else end = Math.max(end, to);
    done = Math.max(done, end);
  }
  return left + text.slice(done);
}

interface Pieces {
  add(form: string): void;
  isEmpty(): boolean;
  /** Finds them in bytes that are not canonical yet. */
  search(text: string, found: (from: number, length: number) => void): void;
}

// All pieces of a length by a rolling hash (Rabin and Karp), in a table with open addressing; what has the hash of one is compared.
function createPieces(): Pieces {
  const base = 0x01000193;
  const leaving = Array.from({ length: piece }).reduce<number>((power) => Math.imul(power, base), 1);
  let table = new Int32Array(1024);
  let count = 0;
  const forms: string[] = [];
  const roll = (hash: number, text: string, at: number) => (Math.imul(hash, base) + canonicalCode(text, at) - (at < piece ? 0 : Math.imul(leaving, canonicalCode(text, at - piece)))) | 0;
  const slot = (hash: number) => {
    let at = (Math.imul(hash, 0x9e3779b1) >>> 8) & (table.length - 1);
    while (table[at] !== 0 && table[at] !== hash) at = (at + 1) & (table.length - 1);
    return at;
  };

  function put(hash: number): void {
    const at = slot(hash);
    if (table[at] !== 0) return;
    table[at] = hash;
    count += 1;
  }

  function grow(length: number): void {
    const former = table;
    table = new Int32Array(length);
    count = 0;
    for (const hash of former) if (hash !== 0) put(hash);
  }

  function lengthAt(text: string, from: number): number {
    const start = canonical(text.slice(from, from + piece));
    let longest = 0;
    for (const form of forms) {
      for (let at = form.indexOf(start), places = 0; at >= 0 && places < mostPlaces; at = form.indexOf(start, at + 1), places += 1) {
        let length = piece;
        while (at + length < form.length && form.charCodeAt(at + length) === canonicalCode(text, from + length)) length += 1;
        longest = Math.max(longest, length);
      }
    }
    return longest;
  }

  return {
    isEmpty: () => forms.length === 0,
    add(form) {
      if (form.length < piece || forms.includes(form)) return;
      forms.push(form);
      let length = table.length;
      while (length < (count + form.length) * 2) length *= 2;
      if (length > table.length) grow(length);
      let hash = 0;
      for (let at = 0; at < form.length; at += 1) {
        hash = roll(hash, form, at);
        if (at >= piece - 1) put(hash || 1);
      }
    },
    search(text, found) {
      let hash = 0;
      let known = 0;
      for (let at = 0; at < text.length; at += 1) {
        hash = roll(hash, text, at);
        const from = at - piece + 1;
        if (from < 0 || at < known || table[slot(hash || 1)] === 0) continue;
        const length = lengthAt(text, from);
        if (length === 0) continue;
        found(from, length);
        known = from + length;
      }
    },
  };
}
