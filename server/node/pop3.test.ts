import tls from 'node:tls';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { issueFaulty, makeAuthority, type Authority } from '../../mocks/mail/certificates.ts';
import { Confidential } from '../confidential.ts';
import { reasonOf } from '../contracts/mail-contract.ts';
import { MailRefusal, type Pop3Session } from '../ports.ts';
import { createDial } from './dial.ts';
import { createMail } from './mail.ts';
import { createProbe } from './probe.ts';
import { pop3Answers, talkingServer, type Says } from './testing/talking-server.ts';

const signal = new AbortController().signal;
const dial = createDial(['localhost', '127.0.0.1']);
const patient = { greetingMs: 20_000, socketMs: 20_000, answerMs: 20_000 };
const impatient = { greetingMs: 300, socketMs: 100, answerMs: 300 };
const user = 'queue@contoso.com';
const accessToken = `eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.${'QUJD'.repeat(400)}.c2lnbmF0dXJl`;
const blob = Buffer.from(`user=${user}\u0001auth=Bearer ${accessToken}\u0001\u0001`).toString('base64');

let authority: Authority;
let certificate: { cert: string; key: string };
let closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  authority = await makeAuthority();
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), authority.certificate]);
  certificate = await authority.issue({ names: ['localhost'] });
});

afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
});

async function serve(says: Says, encryption: 'tls' | 'starttls' = 'tls', { limits = patient, ...options }: tls.SecureContextOptions & { limits?: typeof patient } = {}) {
  const server = await talkingServer(says, certificate, encryption, options);
  closing.push(server.close);
  const lines: string[] = [];
  const open = (within: AbortSignal = signal) => createMail(dial, limits).openPop3(server.at, (line) => lines.push(line), within);
  return { ...server, lines, open };
}

/** Opens, signs in with the token, and goes on with `work`. */
async function signedIn<T>(server: Awaited<ReturnType<typeof serve>>, work: (session: Pop3Session) => Promise<T>): Promise<T> {
  const session = await server.open();
  try {
    await session.signIn({ user, accessToken: new Confidential(accessToken) });
    return await work(session);
  } finally {
    await session.close();
  }
}

describe('signing in with a token', () => {
  const listed = (mechanisms: string) => `+OK\r\nTOP\r\n${mechanisms}.\r\n`;

  test('in two lines, since Exchange closes the connection at a longer one', async () => {
    const server = await serve(pop3Answers({}));
    expect(await signedIn(server, (session) => session.count())).toEqual({ messages: 2, octets: 320 });
    expect(server.heard).toEqual(['CAPA', 'AUTH XOAUTH2', blob, 'STAT', 'QUIT']);
    expect(server.lines).toEqual(['< +OK ready', '> CAPA', '< +OK', '< TOP', '< UIDL', '< SASL PLAIN XOAUTH2', '< USER', '< STLS', '> AUTH XOAUTH2', '< + ', '> ***', '< +OK User successfully authenticated.', '> STAT', '< +OK 2 320', '> QUIT', '< +OK bye']);
  });

  test('a challenge of JSON is answered with an empty line, and the refusal comes', async () => {
    const challenge = `+ ${Buffer.from('{"status":"400","schemes":"Bearer"}').toString('base64')}`;
    const server = await serve(pop3Answers({ [blob]: `${challenge}\r\n`, '': '-ERR [AUTH] Username and password not accepted.\r\n' }));
    await expect(signedIn(server, async () => {})).rejects.toMatchObject({ command: 'AUTH', reply: '-ERR [AUTH] Username and password not accepted.' });
    expect(server.lines).toContain(`< ${challenge}`);
  });

  test.each([
    ['without a list of mechanisms', ''],
    ['with a list that has others, as Exchange had for years', 'SASL PLAIN\r\n'],
  ])('%s it is tried', async (_what, mechanisms) => {
    expect(await signedIn(await serve(pop3Answers({ CAPA: listed(mechanisms) })), (session) => session.count())).toMatchObject({ messages: 2 });
    expect(await reasonOf(signedIn(await serve(pop3Answers({ CAPA: listed(mechanisms), 'AUTH XOAUTH2': '-ERR Protocol error. 14\r\n' })), async () => {}))).toBe('no-sign-in');
  });

  test('without CAPA it is tried', async () => {
    const capa = { CAPA: '-ERR unknown command\r\n' };
    expect(await signedIn(await serve(pop3Answers(capa)), (session) => session.count())).toMatchObject({ messages: 2 });
    await expect(signedIn(await serve(pop3Answers({ ...capa, AUTH: '-ERR unknown command\r\n', 'AUTH XOAUTH2': undefined }), 'tls', { limits: impatient }), async () => {})).rejects.toMatchObject({ reason: 'timeout' });
    await expect(signedIn(await serve(pop3Answers({ ...capa, 'AUTH XOAUTH2': '-ERR unknown command\r\n' })), async () => {})).rejects.toMatchObject({ reason: 'no-sign-in', code: 'XOAUTH2' });
  });

  test.each([
    ['it is listed', 'SASL PLAIN XOAUTH2\r\n', '-ERR Not now.'],
    ['the server is busy', 'SASL PLAIN\r\n', '-ERR [SYS/TEMP] Try again later.'],
    ['the server is busy, in Exchange’s words', '', '-ERR Server Unavailable. 21'],
  ])('refused before the token, where %s: in the server’s own words', async (_what, mechanisms, reply) => {
    const server = await serve(pop3Answers({ CAPA: listed(mechanisms), 'AUTH XOAUTH2': `${reply}\r\n` }));
    await expect(signedIn(server, async () => {})).rejects.toMatchObject({ command: 'AUTH', reply });
    expect(server.heard).not.toContain(blob);
  });

  test('who waves through before the token is no mail server', async () => {
    const server = await serve(pop3Answers({ 'AUTH XOAUTH2': '+OK come in\r\n' }));
    expect(await reasonOf(signedIn(server, async () => {}))).toBe('protocol');
    expect(server.heard).not.toContain(blob);
  });

  test('a refusal of Exchange in two lines, after which it hangs up', async () => {
    const server = await serve((line, socket) => {
      if (line !== blob) return pop3Answers({})(line, socket);
      socket.write('-ERR Authentication failure: unknown user name or bad password.\r\nConnection is closed. 21\r\n');
      return null;
    });
    await expect(signedIn(server, async () => {})).rejects.toMatchObject({ command: 'AUTH', reply: '-ERR Authentication failure: unknown user name or bad password.' });
  });

  test.each([
    ['the token', accessToken],
    ['its response', blob],
    ['a part of it', accessToken.slice(5, 300)],
  ])('a server that repeats %s does not put it anywhere', async (_what, secret) => {
    const server = await serve(pop3Answers({ [blob]: `-ERR not good: ${secret}\r\n`, STAT: '-ERR no' }));
    const refused: unknown = await signedIn(server, async () => {}).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(MailRefusal);
    expect(refused).toMatchObject({ reply: '-ERR not good: ***' });
    expect(server.lines).toContain('< -ERR not good: ***');
  });
});

describe('signing in with a password', () => {
  const password = 'Grüße: correct horse';
  const withPassword = async (other: Parameters<typeof pop3Answers>[0]) => {
    const server = await serve(pop3Answers(other));
    const session = await server.open();
    const failed = await session.signIn({ user, password: new Confidential(password) }).then(() => null, (error: unknown) => error);
    await session.close();
    expect(server.lines.join('\n')).not.toContain('correct horse');
    return { failed, heard: server.heard.slice(1, -1) };
  };

  test.each([
    ['USER and PASS', {}],
    ['USER and PASS without CAPA', { CAPA: '-ERR unknown command\r\n' }],
  ])('by %s', async (_what, other) => {
    expect(await withPassword(other)).toEqual({ failed: null, heard: [`USER ${user}`, `PASS ${password}`] });
  });

  test('by SASL PLAIN where there is no USER', async () => {
    const response = Buffer.from(`\u0000${user}\u0000${password}`).toString('base64');
    expect(await withPassword({ CAPA: '+OK\r\nSASL PLAIN XOAUTH2\r\n.\r\n', [response]: '+OK\r\n' })).toEqual({ failed: null, heard: ['AUTH PLAIN', response] });
  });

  test('not where neither is offered', async () => {
    const { failed, heard } = await withPassword({ CAPA: '+OK\r\nSASL XOAUTH2 GSSAPI\r\n.\r\n' });
    expect(failed).toMatchObject({ reason: 'no-sign-in', code: 'PASSWORD' });
    expect(heard).toEqual([]);
  });

  test('a name with a line break sends no second command', async () => {
    const server = await serve(pop3Answers({}));
    const session = await server.open();
    await expect(session.signIn({ user: 'queue\r\nDELE 1', password: new Confidential(password) })).rejects.toThrow('one line');
    await session.close();
    expect(server.heard).toEqual(['CAPA']);
  });

  test('a server that repeats it does not put it anywhere', async () => {
    const { failed } = await withPassword({ PASS: `-ERR ${password} is wrong\r\n` });
    expect(failed).toMatchObject({ command: 'AUTH', reply: '-ERR *** is wrong' });
  });
});

describe('STLS', () => {
  test('what was slipped in behind the answer, in clear, is thrown away', async () => {
    const slipped = '+OK 9 9\r\n+ \r\n+OK\r\nSASL LOGIN\r\n.\r\n';
    const server = await serve(pop3Answers({ STLS: `+OK Begin TLS negotiation.\r\n${slipped}` }), 'starttls');
    expect(await signedIn(server, (session) => session.count())).toEqual({ messages: 2, octets: 320 });
    expect(server.lines.join('\n')).not.toContain('LOGIN');
    expect(server.heard).toEqual(['CAPA', 'STLS', 'CAPA', 'AUTH XOAUTH2', blob, 'STAT', 'QUIT']);
  });

  test.each([
    ['not offered', { CAPA: '+OK\r\nTOP\r\nUSER\r\n.\r\n' }, ['CAPA']],
    ['offered and refused', { STLS: '-ERR TLS not available\r\n' }, ['CAPA', 'STLS']],
    ['refused where there is no CAPA', { CAPA: '-ERR\r\n', STLS: '-ERR\r\n' }, ['CAPA', 'STLS']],
  ])('%s: nothing more is said', async (_what, other, heard) => {
    const server = await serve(pop3Answers(other), 'starttls');
    expect(await reasonOf(server.open())).toBe('no-starttls');
    expect(await reasonOf(createProbe(dial, [authority.certificate]).tls(server.at, () => {}, signal))).toBe('no-starttls');
    expect(server.heard).toEqual([...heard, ...heard]);
  });

  test('is tried where there is no CAPA', async () => {
    const server = await serve(pop3Answers({ CAPA: '-ERR unknown command\r\n' }), 'starttls');
    expect(await signedIn(server, (session) => session.count())).toMatchObject({ messages: 2 });
    expect(await createProbe(dial, [authority.certificate]).tls(server.at, () => {}, signal)).toMatchObject({ error: null });
  });

  test.each([['CAPA'], ['STLS']])('a server that is busy says so at %s', async (command) => {
    const server = await serve(pop3Answers({ [command]: '-ERR [SYS/TEMP] Too many connections\r\n' }), 'starttls');
    const busy = { command, reply: '-ERR [SYS/TEMP] Too many connections' };
    await expect(server.open()).rejects.toMatchObject(busy);
    await expect(createProbe(dial).tls(server.at, () => {}, signal)).rejects.toMatchObject(busy);
  });
});

describe('TLS', () => {
  test('of an older version is refused', async () => {
    const older = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    const server = await serve(pop3Answers({}), 'tls', older);
    // Who takes it gets in.
    const lenient = tls.connect({ host: 'localhost', port: server.at.port, ...older });
    await new Promise((done) => lenient.once('secureConnect', done));
    expect(lenient.getProtocol()).toBe('TLSv1.1');
    lenient.destroy();
    expect(['tls', 'closed']).toContain(await reasonOf(server.open()));
    expect(server.lines).toEqual([]);
  });

  test('of an address: the certificate must name it', async () => {
    const { at } = await serve(pop3Answers({}));
    await expect(createMail(dial, impatient).openPop3({ ...at, host: '127.0.0.1' }, () => {}, signal)).rejects.toMatchObject({ reason: 'tls', code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  });

  test('that nobody known vouches for', async () => {
    certificate = await issueFaulty(authority, { fault: 'not-trusted', issuer: 'Contoso Web Filter' }, ['localhost']);
    const server = await serve(pop3Answers({}), 'starttls');
    certificate = await authority.issue({ names: ['localhost'] });
    expect(await reasonOf(server.open())).toBe('tls');
    expect(server.heard).toEqual(['CAPA', 'STLS']);
  });

  test('that does not come about in time', async () => {
    const server = await serve(() => undefined, 'starttls');
    expect(await reasonOf(createMail(dial, impatient).openPop3({ ...server.at, encryption: 'tls' }, () => {}, signal))).toBe('timeout');
  });
});

describe('answers', () => {
  test('what nobody asked for is no answer to the next command', async () => {
    let asked = 0;
    const server = await serve((line, socket) => (line === 'STAT' ? `+OK ${++asked} 320\r\n+OK 999 999\r\n-ERR and so on\r\n` : pop3Answers({})(line, socket)));
    expect(await signedIn(server, async (session) => [await session.count(), await session.count()])).toMatchObject([{ messages: 1 }, { messages: 2 }]);
  });

  test('a header as it came: dots, a letter of no alphabet, a NUL and bytes that are no UTF-8 included', async () => {
    const header = Buffer.concat([Buffer.from('Subject: Grüße\u0000\u001b[31m ✆\r\n..dotted: x\r\n\tfolded '), Buffer.from([0xe4, 0xff]), Buffer.from('\r\n')]);
    const server = await serve((line, socket) => (line?.startsWith('TOP') ? Buffer.concat([Buffer.from('+OK\r\n'), header, Buffer.from('\r\nThe body is not asked for.\r\n.\r\n')]) : pop3Answers({})(line, socket)));
    expect(await signedIn(server, (session) => session.header(2))).toBe('Subject: Grüße\uFFFD\uFFFD[31m ✆\r\n.dotted: x\r\n\tfolded \uFFFD\uFFFD');
    expect(server.lines).toContain('< (header, 3 lines)');
    expect(server.lines.join('\n')).not.toContain('Grüße');
  });

  test('lines without CR, and a header without an end', async () => {
    const server = await serve(pop3Answers({ STAT: '+OK 1 120\n', TOP: '+OK\nFrom: a@contoso.com\nSubject: b\n.\n' }));
    expect(await signedIn(server, async (session) => [await session.count(), await session.header(1)])).toEqual([{ messages: 1, octets: 120 }, 'From: a@contoso.com\r\nSubject: b']);
  });

  test('no control character and none that turns letters round reaches the transcript', async () => {
    const server = await serve(pop3Answers({ greeting: '+OK \u001b]0;owned\u0007\u202egnp.exe\r\n', STAT: '-ERR \u001b[2J\u0000gone\r\n' }));
    await expect(signedIn(server, (session) => session.count())).rejects.toMatchObject({ reply: '-ERR \uFFFD[2J\uFFFDgone' });
    expect(server.lines.filter((line) => /[\p{Cc}\p{Cf}]/u.test(line))).toEqual([]);
  });

  test.each([
    ['has none by its CAPA', { CAPA: '+OK\r\nSASL XOAUTH2\r\n.\r\n' }],
    ['has no CAPA, and refuses it', { CAPA: '-ERR\r\n', TOP: '-ERR unknown command\r\n' }],
  ])('TOP: null where the server %s', async (_what, other) => {
    expect(await signedIn(await serve(pop3Answers(other)), (session) => session.header(1))).toBeNull();
  });

  test.each(['+OK', '+OK two messages', '+OK -1 5', '+OK 1e3 5', '+OK 99999999999999999999 5', 'STAT 2 320', '+', '* OK 2'])('STAT: %j is none', async (line) => {
    expect(await reasonOf(signedIn(await serve(pop3Answers({ STAT: `${line}\r\n` })), (session) => session.count()))).toBe('protocol');
  });

  test.each([
    ['another protocol', '220 smtp.contoso.com ESMTP\r\n', 'protocol'],
    ['IMAP', '* OK ready\r\n', 'protocol'],
    ['a challenge', '+ \r\n', 'protocol'],
    ['an end', null, 'closed'],
    ['a line without an end', '+OK '.padEnd(20_000, 'x'), 'protocol'],
    ['nothing', undefined, 'timeout'],
  ])('in place of a greeting, %s', async (_what, greeting, reason) => {
    expect(await reasonOf((await serve(pop3Answers({ greeting }), 'tls', { limits: greeting === undefined ? impatient : patient })).open())).toBe(reason);
  });
});

describe('time', () => {
  test('who drips a letter now and then is not waited for', async () => {
    const server = await serve((line, socket) => {
      if (line !== 'STAT') return pop3Answers({})(line, socket);
      const drip = setInterval(() => socket.write('0'), 10);
      socket.once('close', () => clearInterval(drip));
      return '+OK 1';
    }, 'tls', { limits: impatient });
    expect(await reasonOf(signedIn(server, (session) => session.count()))).toBe('timeout');
  });

  test('nor who begins a line now and then', async () => {
    const server = await serve((line, socket) => {
      if (!line?.startsWith('TOP')) return pop3Answers({})(line, socket);
      const drip = setInterval(() => socket.write('X-More: 1\r\n'), 10);
      socket.once('close', () => clearInterval(drip));
      return '+OK\r\n';
    }, 'tls', { limits: impatient });
    expect(await reasonOf(signedIn(server, (session) => session.header(1)))).toBe('timeout');
  });

  test.each(['CAPA', 'AUTH XOAUTH2', blob, 'STAT'])('silence after %.20s', async (command) => {
    expect(await reasonOf(signedIn(await serve(pop3Answers({ [command]: undefined }), 'tls', { limits: impatient }), (session) => session.count()))).toBe('timeout');
  });

  test('a goodbye that nobody answers', async () => {
    const server = await serve(pop3Answers({ QUIT: undefined }));
    expect(await signedIn(server, (session) => session.count())).toMatchObject({ messages: 2 });
    expect(server.heard.at(-1)).toBe('QUIT');
  });

  test('closed while an answer is awaited', async () => {
    const server = await serve(pop3Answers({ STAT: undefined }));
    const session = await server.open();
    const counting = reasonOf(session.count());
    await session.close();
    expect(await counting).toBe('closed');
    expect(server.heard).not.toContain('QUIT');
  });

  test.each([
    ['the greeting', 'greeting'],
    ['CAPA', 'CAPA'],
    ['AUTH', 'AUTH XOAUTH2'],
    ['the token', blob],
    ['TOP', 'TOP'],
  ])('cancelled at %s: the connection is gone', async (_what, command) => {
    const controller = new AbortController();
    const ended = Promise.withResolvers<void>();
    const server = await serve((line, socket) => {
      if (line === null) socket.once('close', () => ended.resolve());
      const isThere = command === 'greeting' ? line === null : line?.startsWith(command);
      if (isThere) controller.abort(new Error('cancelled'));
      return isThere ? undefined : pop3Answers({})(line, socket);
    });
    const checked = async () => {
      const session = await server.open(controller.signal);
      await session.signIn({ user, accessToken: new Confidential(accessToken) });
      await session.header(1);
    };
    await expect(checked()).rejects.toThrow('cancelled');
    await ended.promise;
    expect(server.connections()).toBe(0);
  });
});
