import { ConnectionFailure, MailRefusal, type Credentials, type Ports, type Server } from '../../ports.ts';
import { reachable } from '../testing.ts';

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

/** A text with all that its lines hold where they are JSON, so that what is written in them is seen as it is read. */
export function asRead(text: string): string {
  return text.split('\n').reduce((all, line) => `${all}\n${isJson(line) ? strings(JSON.parse(line)).join('\n') : ''}\n${line}`, text);
}

function isJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, member]) => [name, ...strings(member)]) : [];
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

/** How somebody who was given a secret answers: well, with a refusal, with an error of the connection, or with a fault of our own adapter. He repeats the secret in each case. */
export const manners = ['well', 'refusal', 'failure', 'fault'] as const;
export type Manner = (typeof manners)[number];

/** A world in which each server repeats the secrets that it was given in everything that it says, encoded so. `token` is what it gives itself. */
export function echoingWorld(encode: (secret: string) => string, manner: Manner, token: string): Pick<Ports, 'fetch' | 'mail' | 'probe'> {
  const byHost = new Map<string, Set<string>>();
  const hearing = (host: string) => byHost.get(host) ?? byHost.set(host, new Set()).get(host) ?? new Set();
  const claims = base64(bytesOf(JSON.stringify({ oid: 'x', roles: ['SMTP.SendAsApp', 'POP.AccessAsApp', 'Calendars.Read', 'full_access_as_app'], scp: 'SMTP.Send' })));

  function answerBadly(words: () => string, refuse: () => Error): void {
    if (manner === 'refusal') throw refuse();
    if (manner === 'failure') throw new ConnectionFailure('protocol', words(), { cause: new Error(words()) });
    if (manner === 'fault') throw new Error(`The adapter failed: ${words()}`, { cause: Object.assign(new Error(words()), { response: words() }) });
  }

  async function fetch(url: string, { body, headers }: RequestInit): Promise<Response> {
    const heard = hearing(new URL(url).host);
    const words = () => Array.from(heard, encode).join(' ');
    const form = new URLSearchParams(String(body ?? ''));
    for (const name of ['client_secret', 'device_code', 'refresh_token']) if (form.has(name)) heard.add(form.get(name) ?? '');
    const [scheme, sent = ''] = (new Headers(headers).get('Authorization') ?? '').split(' ');
    if (scheme === 'Bearer') heard.add(sent);
    if (scheme === 'Basic') heard.add(textOf(sent).replace(/^[^:]*:/, ''));
    if (url.endsWith('openid-configuration')) return Response.json({ issuer: url }, { headers: { Date: new Date('2026-11-24T12:00:00Z').toUTCString() } });
    if (url.endsWith('/devicecode')) return Response.json({ device_code: token, user_code: 'D4KMQ7RXZ', verification_uri: 'https://login.microsoft.com/device', expires_in: 900, interval: 5, message: 'Enter the code.' });
    if (manner === 'failure' || manner === 'fault') answerBadly(words, () => new Error());
    if (url.endsWith('/token')) {
      if (manner === 'refusal') return Response.json({ error: 'invalid_client', error_description: `AADSTS7000215: ${words()}`, error_codes: [7000215], trace_id: words() }, { status: 401 });
      return Response.json({ token_type: 'Bearer', expires_in: 3599, access_token: `x.${claims}.${token}`, refresh_token: token, scope: words() });
    }
    const header = { 'x-ms-diagnostics': `2000003;reason="${words().replace(/[^\x20-\x7e]|"/g, ' ')}";error_category="invalid_user"`, 'request-id': words().replace(/[^\x20-\x7e]/g, ' ') };
    if (url.includes('graph')) return Response.json({ error: { code: 'ErrorAccessDenied', message: words() } }, { status: 403, headers: header });
    const text = words().replace(/[&<>"']/g, (letter) => entities[letter] ?? '').replace(/[^\x20-\u{10ffff}\r\n\t]/gu, ' ');
    return new Response(`<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault><faultcode>ErrorAccessDenied</faultcode><faultstring>${text}</faultstring></s:Fault></s:Body></s:Envelope>`, { status: 500, headers: { 'Content-Type': 'text/xml', ...header } });
  }

  async function open({ host }: Server, note: (line: string) => void) {
    const heard = hearing(host);
    const words = () => Array.from(heard, encode).join(' ');
    note('< 220 ready');
    return {
      async signIn(credentials: Credentials) {
        heard.add('accessToken' in credentials ? credentials.accessToken.reveal() : credentials.password.reveal());
        for (const secret of heard) note(`> AUTH ${encode(secret)}`);
        note(`< 535 5.7.3 ${words()}`);
        answerBadly(words, () => new MailRefusal('AUTH', `535 5.7.3 ${words()}`));
      },
      send: async () => `250 2.0.0 OK ${words()}`,
      count: async () => ({ messages: 1, octets: 1 }),
      header: async () => `Subject: Hello\r\nFrom: jane@contoso.com`,
      close: async () => note(`< 221 ${words()}`),
    };
  }
  return { fetch, mail: { open, openPop3: open }, probe: reachable };
}

function textOf(encoded: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)));
}
