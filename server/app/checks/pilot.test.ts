import { describe, expect, test } from 'vitest';
import { renderDiagnosis, renderEvidence } from '../../../contract/explanations/render.ts';
import { Confidential } from '../../confidential.ts';
import { ConnectionFailure, MailRefusal, type Pop3Session, type Ports, type Server } from '../../ports.ts';
import type { StepRow } from '../../store.ts';
import { inClear, reachable, testBackend } from '../testing.ts';
import { climb } from './ladder.ts';
import { pilotLadder, type PilotSettings, type PilotSubject } from './pilot.ts';

const clientSecret = 'abc8Q~mnopqrstuvwxyz9Q';
const objectId = '7b5e0c5a-6f0d-4d7c-9a58-0f5d6f1f3a21';
const place = { type: 'email', cloud: 'global', encryption: 'tls', pollIntervalSeconds: 60, mailHandling: 'delete', username: 'orders@contoso.com' } as const;
const oauth: PilotSettings = {
  ...place,
  authMethod: 'oauth',
  tenantId: 'contoso.com',
  applicationId: '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4',
  server: 'outlook.office365.com',
  port: 995,
  scope: 'https://outlook.office365.com/.default',
};
const basic: PilotSettings = { ...place, authMethod: 'basic', server: 'mail.contoso.com', port: 110, encryption: 'starttls', scope: '' };
const order = ['Subject: =?utf-8?Q?Order_4711?=', 'From: "Jane Doe" <jane@contoso.com>', 'Date: Tue, 24 Nov 2026 15:32:10 +0100'].join('\r\n');

function jwt(claims: object): string {
  return `x.${btoa(JSON.stringify(claims)).replaceAll('=', '')}.x`;
}

const token = jwt({ oid: objectId, roles: ['POP.AccessAsApp'] });

/** Climbs the ladder of a pilot whose mailbox answers with these. */
async function climbed({
  settings = oauth,
  secret = async () => new Confidential(clientSecret),
  accessToken = token,
  probe = reachable,
  session = {},
  opening,
}: Partial<Pick<PilotSubject, 'settings' | 'secret'>> & { accessToken?: string; probe?: Ports['probe']; session?: Partial<Pop3Session>; opening?: Error } = {}) {
  const done: (string | ReturnType<typeof inClear> | Server)[] = [];
  const notes: string[] = [];
  const remembered: object[] = [];
  const mailbox: Pop3Session = {
    async signIn(credentials) {
      done.push(inClear(credentials));
      await session.signIn?.(credentials);
    },
    async count() {
      done.push('STAT');
      return (await session.count?.()) ?? { messages: 12, octets: 3_400_000 };
    },
    async header(message) {
      done.push(`TOP ${message}`);
      return session.header ? session.header(message) : order;
    },
    async close() {
      done.push('QUIT');
    },
  };
  const fetch: Ports['fetch'] = async (url) =>
    url.endsWith('openid-configuration')
      ? Response.json({ issuer: url }, { headers: { Date: new Date('2026-11-24T12:00:00Z').toUTCString() } })
      : Response.json({ token_type: 'Bearer', expires_in: 3599, access_token: accessToken });
  const { ports, config } = testBackend({
    ports: {
      fetch,
      probe,
      mail: {
        open: () => Promise.reject(new Error('This is no SMTP.')),
        openPop3: async (server) => {
          done.push(server);
          if (opening) throw opening;
          return mailbox;
        },
      },
    },
  });
  const ladder = pilotLadder({ ports, config }, { settings, secret, queue: 'Sales', pilot: 'Orders', remember: async (carried) => void remembered.push(carried) }, { note: (line) => void notes.push(line) });
  let steps: StepRow[] = [];
  const ended = await climb(ladder.rungs, { clock: ports.clock, signal: new AbortController().signal, publish: (newest) => void (steps = newest) });
  await ladder.close();
  const last = steps.find(({ state }) => state === 'failed') ?? steps.at(-1);
  return {
    ended,
    done,
    notes,
    remembered,
    states: steps.map(({ name, state }) => `${name} ${state}`),
    sentence: last && renderEvidence(last.evidence, 'en'),
    german: last && renderEvidence(last.evidence, 'de'),
    failed: last?.name,
    diagnosis: last?.diagnosis ? renderDiagnosis(last.diagnosis, 'en') : null,
  };
}

const all = ['settings', 'network', 'tls', 'clock', 'tenant', 'token', 'permission', 'sign-in', 'operation'];

describe('OAuth 2.0', () => {
  test('to the newest message, and nothing is changed', async () => {
    const { ended, states, sentence, german, done, notes, remembered } = await climbed();
    expect(ended).toBe('passed');
    expect(states).toEqual(all.map((name) => `${name} passed`));
    expect(sentence).toBe('12 messages, 3.4 MB. The newest: “Order 4711”, from jane@contoso.com, 24 Nov 2026, 14:32 UTC');
    expect(german).toBe('12 Nachrichten, 3,4 MB. Die neueste: „Order 4711“, von jane@contoso.com, 24. Nov. 2026, 14:32 UTC');
    expect(done).toEqual([{ host: 'outlook.office365.com', port: 995, encryption: 'tls', protocol: 'pop3' }, { user: 'orders@contoso.com', accessToken: token }, 'STAT', 'TOP 12', 'QUIT']);
    expect(notes.join()).not.toMatch(/Order|jane/);
    expect(remembered).toEqual([{ objectId, roles: ['POP.AccessAsApp'], tenantGuid: '' }]);
  });

  test('without the role nobody is signed in: no other way leads to POP3', async () => {
    const { failed, diagnosis, done } = await climbed({ accessToken: jwt({ oid: objectId, roles: ['SMTP.SendAsApp'] }) });
    expect(failed).toBe('permission');
    expect(diagnosis).toMatchObject({ code: 'role-missing', owner: 'entra-admin', params: { permission: 'POP.AccessAsApp', granted: 'SMTP.SendAsApp' } });
    expect(done).toEqual([]);
  });

  test('with the role, and the mailbox refuses: what is right is said, and what to try', async () => {
    const reply = '-ERR Authentication failure: unknown user name or bad password.';
    const { failed, diagnosis, sentence, done } = await climbed({ session: { signIn: () => Promise.reject(new MailRefusal('AUTH', reply)) } });
    expect(failed).toBe('sign-in');
    expect(sentence).toBe('The mailbox refused the sign-in');
    expect(diagnosis).toMatchObject({ code: 'pop3-app-refused', owner: 'exchange-admin', raw: reply, retryAfterMinutes: 120, params: { objectId, mailbox: 'orders@contoso.com' } });
    expect(diagnosis?.tries?.[1]?.what).toContain(objectId);
    expect(diagnosis?.script).toContain(`$objectId = '${objectId}'`);
    expect(done.at(-1)).toBe('QUIT');
  });

  test('with a token that nobody can read', async () => {
    const { states, diagnosis } = await climbed({ accessToken: 'opaque', session: { signIn: () => Promise.reject(new MailRefusal('AUTH', '-ERR Authentication failure: unknown user name or bad password.')) } });
    expect(states[6]).toBe('permission skipped');
    expect(diagnosis).toMatchObject({ code: 'pop3-app-refused-opaque' });
    expect(diagnosis?.tries?.[0]?.what).toContain('POP.AccessAsApp');
    expect(JSON.stringify(diagnosis)).not.toMatch(/\{\w+\}/);
  });

  test('with a secret that cannot be opened', async () => {
    expect(await climbed({ secret: async () => null })).toMatchObject({ failed: 'token', diagnosis: { code: 'secret-unreadable' } });
  });
});

describe('Basic authentication', () => {
  test('asks nobody at Microsoft, and reads the newest message', async () => {
    const { states, done } = await climbed({ settings: basic, secret: async () => new Confidential('pässword') });
    expect(states).toEqual(all.map((name) => `${name} ${['clock', 'tenant', 'token', 'permission'].includes(name) ? 'skipped' : 'passed'}`));
    expect(done.slice(0, 2)).toEqual([{ host: 'mail.contoso.com', port: 110, encryption: 'starttls', protocol: 'pop3' }, { user: 'orders@contoso.com', password: 'pässword' }]);
  });

  test('with a wrong password', async () => {
    const session = { signIn: () => Promise.reject(new MailRefusal('AUTH', '-ERR [AUTH] Authentication failed.')) };
    expect((await climbed({ settings: basic, session })).diagnosis).toMatchObject({ code: 'pop3-password-refused', pointer: '/password' });
  });

  test('at Exchange Online, where it has ended', async () => {
    const session = { signIn: () => Promise.reject(new MailRefusal('AUTH', '-ERR Logon failure: unknown user name or bad password.')) };
    expect((await climbed({ settings: { ...basic, server: 'outlook.office365.com' }, session })).diagnosis).toMatchObject({ code: 'pop3-basic-retired', pointer: '/authMethod' });
  });
});

describe('what the mailbox holds', () => {
  const sentenceOf = async (session: Partial<Pop3Session>) => {
    const { ended, sentence } = await climbed({ session });
    expect(ended).toBe('passed');
    return sentence;
  };

  test('nothing: that is well, too', async () => {
    const { sentence, done } = await climbed({ session: { count: async () => ({ messages: 0, octets: 0 }) } });
    expect(sentence).toBe('The mailbox opens and is empty');
    expect(done.at(-1)).toBe('QUIT');
    expect(done).not.toContain('TOP 0');
  });

  test('one message of a server without TOP', async () => {
    expect(await sentenceOf({ count: async () => ({ messages: 1, octets: 900 }), header: async () => null })).toBe('1 message, 0.9 kB. The server shows no headers (TOP)');
  });

  test('very many', async () => {
    expect(await sentenceOf({ count: async () => ({ messages: 100_000, octets: 48_500_000_000 }) })).toMatch(/^100,000 messages, 48\.5 GB\. /);
  });

  test('a header that names nothing', async () => {
    expect(await sentenceOf({ header: async () => 'Received: by x' })).toBe('12 messages, 3.4 MB. The newest: without a subject, sender not named, date not named');
  });

  test('no header at all', async () => {
    expect(await sentenceOf({ header: async () => '' })).toBe('12 messages, 3.4 MB. The header of the newest cannot be read');
  });

  test('a subject that wants to be more than one', async () => {
    const subject = `Invoice \u202Egpj.exe\u202C\u0007\u2028next ${'a\u0301'.repeat(20)}${'\u0301'.repeat(500)} ${'😀'.repeat(500)}`;
    const said = await sentenceOf({ header: async () => `Subject: =?utf-8?B?${btoa(String.fromCharCode(...new TextEncoder().encode(subject)))}?=\r\nFrom: =?utf-8?Q?=0D=0ABcc=3A_x?= <a@b.example>\r\nDate: yesterday` });
    expect(said).not.toMatch(/[\p{C}\u2028]/u);
    expect(said).not.toMatch(/\p{M}{4}/u);
    expect(said).toContain('Invoice gpj.exe next');
    expect([...(said ?? '')].length).toBeLessThan(250);
    expect(said).toMatch(/…”, from a@b\.example, date not named$/);
    expect(said?.isWellFormed()).toBe(true);
  });
});

describe('what keeps it from the mailbox', () => {
  test.each<[string, Ports['probe'], string, string]>([
    ['a port that is closed', { ...reachable, reach: (host) => (host.startsWith('outlook') ? Promise.reject(new ConnectionFailure('refused', 'ECONNREFUSED')) : reachable.reach('', 0, new AbortController().signal)) }, 'network', 'pop3-connection-refused'],
    ['a greeting with -ERR', { ...reachable, tls: (server) => (server.host.startsWith('outlook') ? Promise.reject(new MailRefusal('CONNECT', '-ERR POP3 is disabled')) : reachable.tls(server, () => {}, new AbortController().signal)) }, 'tls', 'pop3-rejects-us'],
    ['a server that is busy', { ...reachable, tls: (server) => (server.host.startsWith('outlook') ? Promise.reject(new MailRefusal('CONNECT', '-ERR [SYS/TEMP] Server Unavailable. 21')) : reachable.tls(server, () => {}, new AbortController().signal)) }, 'tls', 'pop3-busy'],
    ['TLS of another name', { ...reachable, tls: async (server, note, signal) => ({ ...(await reachable.tls(server, note, signal)), ...(server.host.startsWith('outlook') && { error: 'ERR_TLS_CERT_ALTNAME_INVALID' }) }) }, 'tls', 'pop3-other-name'],
    ['something else at the port', { ...reachable, tls: (server) => (server.host.startsWith('outlook') ? Promise.reject(new ConnectionFailure('protocol')) : reachable.tls(server, () => {}, new AbortController().signal)) }, 'tls', 'not-a-pop3-server'],
  ])('%s', async (_what, probe, failed, code) => {
    expect(await climbed({ probe })).toMatchObject({ failed, diagnosis: { code } });
  });

  test.each<[Error, string]>([
    [new ConnectionFailure('no-sign-in', 'XOAUTH2'), 'pop3-xoauth2-not-offered'],
    [new ConnectionFailure('timeout'), 'pop3-silent'],
    [new ConnectionFailure('protocol', 'TOO_LARGE'), 'pop3-answer-too-large'],
    [new MailRefusal('AUTH', '-ERR [IN-USE] Mailbox is locked'), 'pop3-in-use'],
  ])('at the sign-in: %s', async (error, code) => {
    expect(await climbed({ session: { signIn: () => Promise.reject(error) } })).toMatchObject({ failed: 'sign-in', diagnosis: { code } });
  });

  test('a mailbox that signs in and then is not there', async () => {
    const refusal = new MailRefusal('STAT', '-ERR STAT failed');
    expect(await climbed({ session: { count: () => Promise.reject(refusal) } })).toMatchObject({ failed: 'operation', sentence: 'The mailbox could not be read', diagnosis: { code: 'pop3-refused', params: { command: 'STAT' } } });
  });

  test('a fault of our own is none of the server’s', async () => {
    await expect(climbed({ session: { count: () => Promise.reject(new TypeError('oops')) } })).rejects.toThrow('oops');
  });
});
