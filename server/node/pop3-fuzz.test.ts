import type net from 'node:net';
import tls from 'node:tls';
import { inspect } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { makeAuthority } from '../../mocks/mail/certificates.ts';
import { Confidential } from '../confidential.ts';
import { ConnectionFailure, MailRefusal, type Credentials, type Pop3Session } from '../ports.ts';
import { createDial, type Dial } from './dial.ts';
import { createMail } from './mail.ts';
import { pop3Answers, talkingServer, type Says } from './testing/talking-server.ts';

const cases = 400;
const atOnce = 20;
const impatient = { greetingMs: 400, socketMs: 120, answerMs: 400 };
const patient = { greetingMs: 20_000, socketMs: 20_000, answerMs: 20_000 };
/** For all of a check by somebody impatient, on a machine that has other things to do. */
const mostMs = 20_000;
const MiB = 1024 * 1024;

const user = 'queue@contoso.com';
const password = 'correct horse: Grüße';
const accessToken = `eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.${'QUJDREVG'.repeat(250)}.c2lnbmF0dXJlIG9mIG5vYm9keQ`;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const secretsOf = {
  token: [accessToken, accessToken.slice(60, 120), base64(`user=${user}\u0001auth=Bearer ${accessToken}\u0001\u0001`)],
  password: [password, 'correct horse', 'Grüße', base64(`\u0000${user}\u0000${password}`)],
};

let certificate: { cert: string; key: string };

beforeAll(async () => {
  const authority = await makeAuthority();
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), authority.certificate]);
  certificate = await authority.issue({ names: ['localhost'] });
});

// Mulberry32: the same numbers from the same seed.
function randomFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { below, one: <T>(of: readonly T[]): T => of[below(of.length)] as T, bytes: (count: number) => Buffer.from(Array.from({ length: count }, () => below(256))) };
}
type Random = ReturnType<typeof randomFrom>;

/** `secrets` is what the server has heard, and may say again. */
type Mischief = (answer: string, socket: net.Socket, random: Random, secrets: readonly string[]) => string | Buffer | null | undefined;

// Piece by piece, each in a turn of its own.
function inPieces(answer: Buffer, socket: net.Socket, random: Random): undefined {
  const go = (from: number) => {
    if (from >= answer.length || socket.destroyed) return;
    const to = from + 1 + random.below(Math.min(40, answer.length - from));
    socket.write(answer.subarray(from, to));
    setImmediate(go, to);
  };
  go(0);
}

function withoutEnd(first: string, again: string, socket: net.Socket): undefined {
  const go = () => {
    while (!socket.destroyed && socket.write(again));
  };
  socket.on('drain', go);
  socket.write(first);
  go();
}

const mischief: Record<string, Mischief> = {
  'the answer as it is': (answer) => answer,
  'in pieces': (answer, socket, random) => inPieces(Buffer.from(answer), socket, random),
  'random bytes': (_answer, _socket, random) => random.bytes(1 + random.below(3000)),
  'random bytes in it': (answer, _socket, random) => {
    const at = random.below(answer.length);
    return Buffer.concat([Buffer.from(answer.slice(0, at)), random.bytes(1 + random.below(30)), Buffer.from(answer.slice(at))]);
  },
  'random lines': (_answer, _socket, random) => Array.from({ length: 1 + random.below(20) }, () => `${random.one(['+OK', '-ERR', '+', '.', '..', '', '+OK 1 1', 'SASL', '-ERR [SYS/TEMP]'])} ${random.bytes(random.below(40)).toString('latin1')}\r\n`).join(''),
  'a line without an end': (_answer, socket, random) => withoutEnd(random.one(['+OK ', '', '-ERR ', '+OK\r\nX: ']), random.one(['x', '\u0000', '\r', '+OK']).repeat(5000), socket),
  'lines without an end': (_answer, socket, random) => withoutEnd(random.one(['+OK\r\n', '']), random.one(['\r\n', '\n', 'X-Header: value\r\n', '..\r\n', 'SASL PLAIN\r\n', '+OK\r\n']).repeat(500), socket),
  'megabytes': (answer, _socket, random) => `${random.one(['+OK ', '+OK\r\n'])}${random.one(['x', '\u0000', 'x\r\n']).repeat(2 * MiB)}${answer}`,
  'CR without LF': (answer) => answer.replaceAll('\r\n', '\r'),
  'LF without CR': (answer) => answer.replaceAll('\r\n', '\n'),
  'NULs': (answer, _socket, random) => answer.replace(/./g, (letter) => (random.below(4) === 0 ? `\u0000${letter}` : letter)),
  'half of it, and the end': (answer, socket, random) => {
    socket.write(answer.slice(0, random.below(answer.length)));
    return null;
  },
  'half of it, and a broken connection': (answer, socket, random) => {
    socket.write(answer.slice(0, random.below(answer.length)), () => socket.destroy());
    return undefined;
  },
  'half of it, and silence': (answer, _socket, random) => answer.slice(0, random.below(answer.length)),
  'more than was asked for': (answer, _socket, random) => `${answer}${random.one(['+OK 7 7\r\n', '-ERR gone\r\n', '+ \r\n', '.\r\n', '+OK\r\nSASL LOGIN\r\n.\r\n'])}`,
  'a refusal that repeats the secrets': (_answer, _socket, random, secrets) => `-ERR ${random.one(secrets)} ${random.one(secrets)}\r\n`,
  'the secrets for an answer': (_answer, _socket, random, secrets) => `${random.one(['+OK', '+', '-ERR', '+OK\r\n'])} ${random.one(secrets)}\r\n.\r\n`,
  'another protocol': (_answer, _socket, random) => random.one(['220 ready\r\n', '* OK ready\r\n', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'SSH-2.0-OpenSSH_9\r\n', '\u0016\u0003\u0001']),
};

interface Outcome {
  what: string;
  /** `success`, the refused command, or the failure's reason; what it must not be else. */
  end: string;
  faults: string[];
  found: unknown;
}

async function play(seed: number, names: readonly string[], limits: typeof patient): Promise<Outcome> {
  const random = randomFrom(seed);
  const encryption = random.one(['tls', 'tls', 'starttls'] as const);
  const by = random.one(['token', 'token', 'password'] as const);
  const credentials: Credentials = by === 'password' ? { user, password: new Confidential(password) } : { user, accessToken: new Confidential(accessToken) };
  const secrets = secretsOf[by];
  const at = random.below(8);
  const name = random.one(names);
  let step = 0;
  const usual = pop3Answers({ CAPA: `+OK\r\nTOP\r\n${random.one(['SASL PLAIN XOAUTH2\r\nUSER\r\n', 'SASL PLAIN XOAUTH2\r\n', ''])}STLS\r\n.\r\n`, [base64(`\u0000${user}`).slice(0, 12)]: '+OK\r\n' });
  let heard: readonly string[] = ['nothing yet'];
  const says: Says = (line, socket) => {
    if (/^(?:PASS |dXNlcj|AH)/.test(line ?? '')) heard = secrets;
    const answer = usual(line, socket);
    // One answer is mischievous, or, of a few servers, each. Before TLS begins the answer must have been given in one piece.
    const isTurn = step++ === at || at === 7;
    return isTurn && typeof answer === 'string' && !(line === 'STLS' && name === 'in pieces') ? mischief[name]?.(answer, socket, random, heard) : answer;
  };
  const server = await talkingServer(says, certificate, encryption);
  const sockets: net.Socket[] = [];
  const usualDial = createDial(['localhost']);
  const dial: Dial = async (...given) => {
    const socket = await usualDial(...given);
    sockets.push(socket);
    return socket;
  };
  const lines: string[] = [];
  const start = performance.now();
  let found: unknown = null;
  let end = 'success';
  let session: Pop3Session | null = null;
  try {
    session = await createMail(dial, limits).openPop3(server.at, (line) => lines.push(line), new AbortController().signal);
    await session.signIn(credentials);
    found = { ...(await session.count()), header: await session.header(2) };
  } catch (error) {
    found = error;
    end = error instanceof MailRefusal ? error.command : error instanceof ConnectionFailure ? error.reason : inspect(error);
  }
  await session?.close();
  const took = performance.now() - start;
  await server.close();
  const said = lines.join('\n');
  // Where a dialogue went well its header is what was asked for, and no part of the transcript.
  const told = said + (found instanceof Error ? inspect(found, { depth: null }) : '');
  return {
    what: `seed ${seed}: ${name} at step ${at}, ${encryption}, by ${by}`,
    end,
    faults: [
      ...secrets.filter((secret) => told.includes(secret)).map((secret) => `tells ${secret.slice(0, 20)}`),
      ...(took > mostMs ? [`took ${took} ms`] : []),
      ...(said.length > 64 * 1024 ? [`${said.length} letters of transcript`] : []),
      ...(sockets.some(({ bytesRead }) => bytesRead > MiB) ? [`read ${sockets.map(({ bytesRead }) => bytesRead).join()}`] : []),
      ...(sockets.some(({ destroyed }) => !destroyed) ? ['is still connected'] : []),
      ...(/(?!\n)\p{Cc}/u.test(said) ? ['has control characters in its transcript'] : []),
    ],
    found,
  };
}

async function playAll(seeds: readonly number[], names: readonly string[], limits: typeof patient): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < seeds.length; from += atOnce) outcomes.push(...(await Promise.all(seeds.slice(from, from + atOnce).map((seed) => play(seed, names, limits)))));
  return outcomes;
}

const seeds = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at);

test('whatever a server says, a check comes to an end that has a name, in its time and its memory, and tells no secret', { timeout: 120_000 }, async () => {
  const outcomes = await playAll(seeds(1, cases), Object.keys(mischief), impatient);
  const good = ['success', 'CONNECT', 'CAPA', 'STLS', 'AUTH', 'STAT', 'TOP', 'timeout', 'closed', 'tls', 'no-starttls', 'no-sign-in', 'protocol'];
  expect(outcomes.filter(({ end, faults }) => faults.length > 0 || !good.includes(end)).map(({ what, end, faults }) => ({ what, end, faults }))).toEqual([]);
  // Each of them has come about: the servers are hostile enough.
  const seldom = ['STLS', 'CAPA', 'tls'];
  expect(good.filter((end) => !seldom.includes(end) && !outcomes.some((one) => one.end === end))).toEqual([]);
});

test('a dialogue in any pieces is the same dialogue', { timeout: 120_000 }, async () => {
  const outcomes = await playAll(seeds(10_000, 60), ['in pieces', 'LF without CR', 'the answer as it is'], patient);
  // A server may list no mechanism for a password: then nobody signs in.
  expect(outcomes.filter(({ end, found }) => end !== 'success' && !(found instanceof ConnectionFailure && found.code === 'PASSWORD')).map(({ what, end }) => ({ what, end }))).toEqual([]);
  const succeeded = outcomes.filter(({ end }) => end === 'success');
  expect(succeeded.length).toBeGreaterThan(40);
  for (const { found } of succeeded) expect(found).toEqual({ messages: 2, octets: 320, header: 'Subject: Hello' });
});
