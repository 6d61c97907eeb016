import { describe, expect, test } from 'vitest';
import { Confidential } from '../confidential.ts';
import { MailRefusal, type Mail, type Pop3Session, type Probe, type Server } from '../ports.ts';
import { reasonOf } from './mail-contract.ts';

export interface Pop3Stage {
  mail: Mail;
  probe: Probe;
  /** Exchange Online, and a company's own server, which takes a name and a password. */
  exchange: Server;
  relay: Server;
  /** A mailbox of Exchange Online, and a token of an application that may open each one of its tenant. */
  user: string;
  applicationToken: string;
  /** A token of an application that has other roles. */
  otherToken: string;
  /** Commands that deleted something, or had it count as read. */
  changes(): Promise<unknown[]>;
  close(): Promise<void>;
}

const credentials = ({ user, applicationToken }: Pop3Stage) => ({ user, accessToken: new Confidential(applicationToken) });
const authenticationFailure = '-ERR Authentication failure: unknown user name or bad password.';

/** What every Mail and Probe port does by POP3: run on each adapter. `open` gives a stage on which `scenario` is played, its servers with this encryption. */
export function pop3Contract(name: string, open: (scenario: string, encryption: 'tls' | 'starttls') => Promise<Pop3Stage>): void {
  const signal = new AbortController().signal;
  const onStage =
    (scenario: string, work: (stage: Pop3Stage, lines: string[]) => Promise<void>, encryption: 'tls' | 'starttls' = 'tls') =>
    async () => {
      const stage = await open(scenario, encryption);
      try {
        await work(stage, []);
      } finally {
        await stage.close();
      }
    };
  async function signedIn(stage: Pop3Stage, lines: string[] = []): Promise<Pop3Session> {
    const session = await stage.mail.openPop3(stage.exchange, (line) => lines.push(line), signal);
    await session.signIn(credentials(stage));
    return session;
  }

  describe(`POP3: ${name}`, () => {
    test.each(['tls', 'starttls'] as const)('%s: signs in with a token, counts, reads the newest header, and changes nothing', (encryption) =>
      onStage(
        'all-well',
        async (stage, lines) => {
          const session = await signedIn(stage, lines);
          const { messages, octets } = await session.count();
          expect([messages, octets > 0]).toEqual([4, true]);
          const header = await session.header(messages);
          expect(header?.split('\r\n').slice(3, 6)).toEqual([
            'From: =?iso-8859-1?Q?J=F6rg_M=FCller?= <joerg.mueller@fabrikam.example>',
            `To: ${stage.user}`,
            'Subject: =?utf-8?Q?R=C3=BCckfrage_zu_Ihrer_Rechnung_4711?=',
          ]);
          expect(header).toMatch(/\r\nDate: \w{3}, \d{2} \w{3} \d{4} [\d:]{8} \+0000\r\n/);
          await session.close();
          expect(await stage.changes()).toEqual([]);
          const said = lines.join('\n');
          expect(lines.filter((line) => line.startsWith('> '))).toEqual([...(encryption === 'tls' ? [] : ['> CAPA', '> STLS']), '> CAPA', '> AUTH XOAUTH2', '> ***', '> STAT', '> TOP 4 0', '> QUIT']);
          expect(lines.slice(-7)).toEqual(['> STAT', `< +OK 4 ${octets}`, '> TOP 4 0', '< +OK', '< (header, 10 lines)', '> QUIT', '< +OK Microsoft Exchange Server POP3 server signing off.']);
          for (const secret of [stage.applicationToken.slice(0, 40), btoa(`user=${stage.user}`).slice(0, 20), 'Rechnung', 'fabrikam']) expect(said).not.toContain(secret);
        },
        encryption,
      )());

    test('a mailbox that Exchange does not know, or keeps from the application, is refused in its own words', onStage('all-well', async ({ mail, exchange, applicationToken }) => {
      for (const user of ['nobody@contoso.com', 'outside@contoso.com', 'queue@fabrikam.example']) {
        const session = await mail.openPop3(exchange, () => {}, signal);
        const refused = await session.signIn({ user, accessToken: new Confidential(applicationToken) }).catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(MailRefusal);
        expect(refused).toMatchObject({ command: 'AUTH', reply: authenticationFailure });
        await session.close();
      }
    }));

    test('a token without the role, or none of Microsoft’s, is refused, too', onStage('all-well', async ({ mail, exchange, user, otherToken }) => {
      for (const accessToken of [otherToken, 'no-token-of-theirs']) {
        const session = await mail.openPop3(exchange, () => {}, signal);
        await expect(session.signIn({ user, accessToken: new Confidential(accessToken) })).rejects.toMatchObject({ command: 'AUTH', reply: authenticationFailure });
        await session.close();
      }
    }));

    test('Exchange takes no password any more', onStage('all-well', async ({ mail, exchange, user }) => {
      const session = await mail.openPop3(exchange, () => {}, signal);
      await expect(session.signIn({ user, password: new Confidential('correct horse') })).rejects.toMatchObject({ command: 'AUTH', reply: '-ERR Logon failure: unknown user name or bad password.' });
      await session.close();
    }));

    test.each(['tls', 'starttls'] as const)('%s: the company’s own server takes a name and a password, which stand in no line', (encryption) =>
      onStage(
        'all-well',
        async ({ mail, relay, changes }, lines) => {
          const session = await mail.openPop3(relay, (line) => lines.push(line), signal);
          await session.signIn({ user: 'queue', password: new Confidential('Grüße: correct horse') });
          expect(await session.count()).toMatchObject({ messages: 4 });
          expect(await session.header(1)).toContain('Subject: Your parcel has been handed over');
          await session.close();
          expect(await changes()).toEqual([]);
          expect(lines).toEqual(expect.arrayContaining(['> USER queue', '> PASS ***', '< +OK Logged in.']));
          expect(lines.join('\n')).not.toContain('correct horse');
        },
        encryption,
      )());

    test('a wrong password is refused in the server’s own words', onStage('all-well', async ({ mail, relay }) => {
      const session = await mail.openPop3(relay, () => {}, signal);
      await expect(session.signIn({ user: 'queue', password: new Confidential('wrong') })).rejects.toMatchObject({ command: 'AUTH', reply: '-ERR [AUTH] Authentication failed.' });
      await session.close();
    }));

    test('a server that knows no XOAUTH2 gets no token', onStage('all-well', async ({ mail, relay, user, applicationToken }, lines) => {
      const session = await mail.openPop3(relay, (line) => lines.push(line), signal);
      await expect(session.signIn({ user, accessToken: new Confidential(applicationToken) })).rejects.toMatchObject({ reason: 'no-sign-in', code: 'XOAUTH2' });
      await session.close();
      expect(lines).not.toContain('> ***');
    }));

    test('a message that does not exist', onStage('all-well', async (stage) => {
      const session = await signedIn(stage);
      await expect(session.header(5)).rejects.toMatchObject({ command: 'TOP', reply: '-ERR The specified message is out of range.' });
      expect(await session.count()).toMatchObject({ messages: 4 });
      await session.close();
    }));

    test.each([
      ['pop3-empty-mailbox', 0],
      ['pop3-many-messages', 100_000],
    ])('%s: %i messages', (scenario, messages) =>
      onStage(scenario, async (stage) => {
        const session = await signedIn(stage);
        const counted = await session.count();
        expect(counted.messages).toBe(messages);
        expect(counted.octets > 0).toBe(messages > 0);
        await session.close();
        expect(await stage.changes()).toEqual([]);
      })());

    test('pop3-many-messages: the last of 100,000', onStage('pop3-many-messages', async (stage) => {
      const session = await signedIn(stage);
      expect(await session.header(100_000)).toContain('Subject: =?utf-8?Q?R=C3=BCckfrage_zu_Ihrer_Rechnung_4711?=');
      await session.close();
    }));

    test.each([
      ['pop3-wrong-object-id', authenticationFailure],
      ['pop3-no-permission', authenticationFailure],
      ['pop3-switched-off', authenticationFailure],
      ['pop3-mailbox-in-use', '-ERR [IN-USE] Unable to lock maildrop: Mailbox is locked by POP server'],
    ])('%s: refused at the sign-in', (scenario, reply) =>
      onStage(scenario, async (stage) => {
        const session = await stage.mail.openPop3(stage.exchange, () => {}, signal);
        await expect(session.signIn(credentials(stage))).rejects.toMatchObject({ command: 'AUTH', reply });
        await session.close();
      })());

    test('pop3-password-refused: at the company’s own server', onStage('pop3-password-refused', async ({ mail, relay }) => {
      const session = await mail.openPop3(relay, () => {}, signal);
      await expect(session.signIn({ user: 'queue', password: new Confidential('right') })).rejects.toMatchObject({ command: 'AUTH', reply: '-ERR Logon failure: unknown user name or bad password.' });
      await session.close();
    }));

    test.each([
      ['pop3-not-connected', '-ERR User is authenticated but not connected.'],
      ['pop3-server-busy', '-ERR Server Unavailable. 21'],
    ])('%s: refused after the sign-in', (scenario, reply) =>
      onStage(scenario, async (stage) => {
        const session = await signedIn(stage);
        await expect(session.count()).rejects.toMatchObject({ command: 'STAT', reply });
        await session.close();
      })());

    const greetingRefused = { command: 'CONNECT', reply: '-ERR [SYS/TEMP] Too many connections, try again later' };
    test.each(['tls', 'starttls'] as const)('pop3-greeting-refused, %s: -ERR in place of a greeting', (encryption) =>
      onStage(
        'pop3-greeting-refused',
        async ({ mail, exchange }, lines) => {
          await expect(mail.openPop3(exchange, (line) => lines.push(line), signal)).rejects.toMatchObject(greetingRefused);
          expect(lines).toEqual([`< ${greetingRefused.reply}`]);
        },
        encryption,
      )());

    test('pop3-greeting-refused: the probe hears it in clear; within TLS the greeting comes after what it looks at', async () => {
      await onStage('pop3-greeting-refused', async ({ probe, exchange }) => {
        await expect(probe.tls(exchange, () => {}, signal)).rejects.toMatchObject(greetingRefused);
      }, 'starttls')();
      await onStage('pop3-greeting-refused', async ({ probe, exchange }) => {
        expect(await probe.tls(exchange, () => {}, signal)).toMatchObject({ error: null });
      })();
    });

    test('pop3-cut: the connection ends in the middle of an answer', onStage('pop3-cut', async (stage) => {
      const session = await signedIn(stage);
      const { messages } = await session.count();
      await expect(session.header(messages)).rejects.toMatchObject({ reason: 'closed' });
      await session.close();
    }));

    test('pop3-line-never-ends: it is read no further than a line may be', onStage('pop3-line-never-ends', async (stage) => {
      const session = await signedIn(stage);
      await expect(session.count()).rejects.toMatchObject({ reason: 'protocol', code: 'TOO_LARGE' });
      await expect(session.count()).rejects.toMatchObject({ reason: expect.stringMatching(/^(?:closed|protocol)$/) });
      await session.close();
    }));

    test('pop3-no-stls: nothing is said without encryption', onStage(
      'pop3-no-stls',
      async ({ mail, probe, exchange }, lines) => {
        expect(await reasonOf(mail.openPop3(exchange, (line) => lines.push(line), signal))).toBe('no-starttls');
        expect(await reasonOf(probe.tls(exchange, () => {}, signal))).toBe('no-starttls');
        expect(lines.filter((line) => line.startsWith('> '))).toEqual(['> CAPA']);
      },
      'starttls',
    ));

    test('none: not even a connection', onStage('all-well', async ({ mail, exchange }, lines) => {
      await expect(mail.openPop3({ ...exchange, encryption: 'none' }, (line) => lines.push(line), signal)).rejects.toThrow('without encryption');
      expect(lines).toEqual([]);
    }));

    test('TLS from the first byte at a port for STLS', onStage('all-well', async ({ mail, probe, exchange }) => {
      const mistaken = { ...exchange, encryption: 'tls' as const };
      await expect(mail.openPop3(mistaken, () => {}, signal)).rejects.toMatchObject({ reason: 'tls', code: 'ERR_SSL_WRONG_VERSION_NUMBER' });
      expect(await reasonOf(probe.tls(mistaken, () => {}, signal))).toBe('tls');
    }, 'starttls'));

    test.each([
      ['certificate-not-trusted', 'tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', { issuer: 'Contoso Web Filter', publicAuthority: false }],
      ['certificate-expired', 'tls', 'CERT_HAS_EXPIRED', {}],
      ['pop3-certificate-other-name', 'tls', 'ERR_TLS_CERT_ALTNAME_INVALID', { subject: 'mail.fabrikam.example' }],
      ['pop3-certificate-other-name', 'starttls', 'ERR_TLS_CERT_ALTNAME_INVALID', { subject: 'mail.fabrikam.example' }],
    ] as const)('%s, %s: the probe says it, and nobody signs in', (scenario, encryption, word, facts) =>
      onStage(
        scenario,
        async ({ mail, probe, exchange }) => {
          expect(await probe.tls(exchange, () => {}, signal)).toMatchObject({ error: word, ...facts });
          await expect(mail.openPop3(exchange, () => {}, signal)).rejects.toMatchObject({ reason: 'tls', code: word });
        },
        encryption,
      )());

    test.each(['tls', 'starttls'] as const)('%s: the certificate is looked at', (encryption) =>
      onStage(
        'all-well',
        async ({ probe, exchange, relay }, lines) => {
          for (const server of [exchange, relay]) {
            expect(await probe.tls(server, (line) => lines.push(line), signal)).toMatchObject({ error: null, publicAuthority: true, protocol: expect.stringMatching(/^TLSv1\.[23]$/) });
          }
          expect(lines.filter((line) => line.startsWith('> '))).toEqual(encryption === 'tls' ? [] : ['> CAPA', '> STLS', '> CAPA', '> STLS']);
        },
        encryption,
      )());

    test('what is cancelled ends, and closing it is no fault', onStage('all-well', async (stage) => {
      const { mail, probe, exchange } = stage;
      const cancelled = AbortSignal.abort(new Error('cancelled'));
      await expect(mail.openPop3(exchange, () => {}, cancelled)).rejects.toThrow('cancelled');
      await expect(probe.tls(exchange, () => {}, cancelled)).rejects.toThrow('cancelled');
      const controller = new AbortController();
      const session = await mail.openPop3(exchange, () => {}, controller.signal);
      await session.signIn(credentials(stage));
      controller.abort(new Error('cancelled'));
      await expect(session.count()).rejects.toThrow('cancelled');
      await session.close();
      await session.close();
    }));
  });
}
