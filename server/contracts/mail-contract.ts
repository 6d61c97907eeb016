import { describe, expect, test } from 'vitest';
import { Confidential } from '../confidential.ts';
import { ConnectionFailure, MailRefusal, type Mail, type Probe, type Server } from '../ports.ts';

export interface MailStage {
  mail: Mail;
  probe: Probe;
  server: Server;
  /** A token that the mailbox of `user` accepts. */
  user: string;
  accessToken: string;
  /** A token of an application that may send for any mailbox. */
  applicationToken: string;
  /** What was taken in. */
  received(): Promise<{ from: string; to: string[]; subject: string; text: string }[]>;
  close(): Promise<void>;
}

/** What every Mail and Probe port does: run on each adapter. `open` gives a stage on which `scenario` is played. */
export function mailContract(name: string, open: (scenario: string) => Promise<MailStage>): void {
  const onStage = (scenario: string, work: (stage: MailStage, lines: string[]) => Promise<void>) => async () => {
    const stage = await open(scenario);
    try {
      await work(stage, []);
    } finally {
      await stage.close();
    }
  };
  const signal = new AbortController().signal;
  const message = { from: 'pbx@contoso.com', to: 'admin@contoso.com', subject: 'Grüße', text: 'Ein Punkt:\n.\nund Schluss.', date: new Date('2026-11-24T12:00:00Z'), messageId: '<a@contoso.com>' };

  describe(`mail: ${name}`, () => {
    test('a mail is accepted and arrives as it was sent; the transcript holds no token', onStage('all-well', async ({ mail, server, user, accessToken, received }, lines) => {
      const session = await mail.open(server, (line) => lines.push(line), signal);
      await session.signIn({ user, accessToken: new Confidential(accessToken) });
      expect(await session.send(message)).toMatch(/^250 2\.0\.0 OK/);
      await session.close();
      const [mailReceived] = await received();
      expect(mailReceived).toMatchObject({ from: message.from, to: [message.to], subject: message.subject });
      expect(mailReceived?.text.trim()).toBe(message.text);
      expect(lines.some((line) => line.startsWith('> EHLO'))).toBe(true);
      expect(lines.join('\n')).toContain('> AUTH XOAUTH2 ***');
      expect(lines.join('\n')).not.toContain(accessToken.slice(0, 40));
      expect(lines.join('\n')).not.toContain(btoa(`user=${user}`).slice(0, 20));
    }));

    test('a token of somebody else is refused with the server’s own words', onStage('all-well', async ({ mail, server, accessToken }) => {
      const session = await mail.open(server, () => {}, signal);
      const refused = await session.signIn({ user: 'other@contoso.com', accessToken: new Confidential(accessToken) }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(MailRefusal);
      expect(refused).toMatchObject({ command: 'AUTH', reply: expect.stringMatching(/^535 5\.7\.3 Authentication unsuccessful/) });
      await session.close();
    }));

    test('a token of an application opens a mailbox, and is refused where Exchange does not know it', async () => {
      await onStage('all-well', async ({ mail, server, user, applicationToken, received }, lines) => {
        const session = await mail.open(server, (line) => lines.push(line), signal);
        await session.signIn({ user, accessToken: new Confidential(applicationToken) });
        await session.send(message);
        await session.close();
        expect(await received()).toHaveLength(1);
        expect(lines.join('\n')).not.toContain(applicationToken.slice(0, 40));
      })();
      await onStage('service-principal-missing', async ({ mail, server, user, accessToken, applicationToken }) => {
        const session = await mail.open(server, () => {}, signal);
        await expect(session.signIn({ user, accessToken: new Confidential(applicationToken) })).rejects.toMatchObject({ command: 'AUTH', reply: expect.stringMatching(/^535 5\.7\.3/) });
        await session.close();
        const other = await mail.open(server, () => {}, signal);
        await other.signIn({ user, accessToken: new Confidential(accessToken) });
        await other.close();
      })();
    });

    test('a password is taken, and stands in no line of the transcript', onStage('all-well', async ({ mail, server, user, received }, lines) => {
      const session = await mail.open(server, (line) => lines.push(line), signal);
      await session.signIn({ user, password: new Confidential('Grüße: correct horse') });
      await session.send(message);
      await session.close();
      expect(await received()).toHaveLength(1);
      expect(lines.some((line) => line.startsWith('> AUTH LOGIN'))).toBe(true);
      for (const secret of ['correct horse', Buffer.from('Grüße: correct horse').toString('base64').slice(0, 16)]) expect(lines.join('\n')).not.toContain(secret);
    }));

    test.each([
      ['password-wrong', 'right', /^535 5\.7\.139 .*credentials were incorrect/],
      ['basic-auth-retired', 'right', /^550 5\.7\.30 Basic authentication/],
      ['basic-auth-disabled', 'right', /^535 5\.7\.139 .*basic authentication is disabled/],
      ['all-well', 'wrong', /^535 5\.7\.139 .*credentials were incorrect/],
    ])('%s: the password “%s” is refused with the server’s own words', (scenario, password, reply) =>
      onStage(scenario, async ({ mail, server, user }) => {
        const session = await mail.open(server, () => {}, signal);
        await expect(session.signIn({ user, password: new Confidential(password) })).rejects.toMatchObject({ command: 'AUTH', reply: expect.stringMatching(reply) });
        await session.close();
      })());

    test('without encryption neither a token nor a password is sent', onStage('all-well', async ({ mail, server, user, accessToken }, lines) => {
      const session = await mail.open({ ...server, encryption: 'none' }, (line) => lines.push(line), signal);
      await expect(session.signIn({ user, accessToken: new Confidential(accessToken) })).rejects.toThrow('without encryption');
      await expect(session.signIn({ user, password: new Confidential('x') })).rejects.toThrow('without encryption');
      await session.close();
      expect(lines.join('\n')).not.toContain('AUTH XOAUTH2');
    }));

    test('without a sign-in Exchange takes no mail', onStage('all-well', async ({ mail, server, received }) => {
      const session = await mail.open(server, () => {}, signal);
      await expect(session.send(message)).rejects.toMatchObject({ command: 'MAIL FROM', reply: expect.stringMatching(/^530 5\.7\.57/) });
      await session.close();
      expect(await received()).toEqual([]);
    }));

    test('SMTP AUTH switched off is told as it is', onStage('smtp-auth-disabled-mailbox', async ({ mail, server, user, accessToken }) => {
      const session = await mail.open(server, () => {}, signal);
      const refused = session.signIn({ user, accessToken: new Confidential(accessToken) });
      await expect(refused).rejects.toMatchObject({ reply: expect.stringMatching(/^535 5\.7\.139 .*SmtpClientAuthentication is disabled for the Mailbox/) });
      await session.close();
    }));

    test.each([
      ['send-as-denied', 'DATA', /^550 5\.7\.60 SMTP; Client does not have permissions to send as this sender/],
      ['send-as-denied-by-store', 'DATA', /^554 5\.2\.252 SendAsDenied;/],
      ['mailbox-logon-failed', 'DATA', /^430 4\.2\.0 STOREDRV; mailbox logon failure/],
      ['sender-limit', 'DATA', /^432 4\.3\.2 STOREDRV\.ClientSubmit; sender thread limit exceeded \[Hostname=\w/],
      ['mail-server-fault', 'DATA', /^451 4\.7\.0 Temporary server error/],
      ['quota-reached', 'DATA', /^554 5\.2\.0 .*SubmissionQuotaExceededException/],
      ['mailbox-full', 'DATA', /^554 5\.2\.2 mailbox full/],
    ])('%s: a mail is refused at %s with the server’s own words', (scenario, command, reply) =>
      onStage(scenario, async ({ mail, server, user, accessToken, received }) => {
        const session = await mail.open(server, () => {}, signal);
        await session.signIn({ user, accessToken: new Confidential(accessToken) });
        const refused = await session.send(message).catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(MailRefusal);
        expect(refused).toMatchObject({ command, reply: expect.stringMatching(reply) });
        await session.close();
        expect(await received()).toEqual([]);
      })());

    test('a server that takes no connections now says so in place of a greeting', onStage('mail-server-busy', async ({ mail, probe, server }, lines) => {
      const busy = { command: 'CONNECT', reply: expect.stringMatching(/^421 4\.3\.2 The maximum number of concurrent connections/) };
      await expect(probe.tls(server, (line) => lines.push(line), signal)).rejects.toMatchObject(busy);
      expect(lines).toEqual([expect.stringMatching(/^< 421 4\.3\.2/)]);
      await expect(mail.open(server, () => {}, signal)).rejects.toMatchObject(busy);
    }));

    test('without STARTTLS nothing is sent', onStage('no-starttls', async ({ mail, probe, server }, lines) => {
      expect(await reasonOf(probe.tls(server, () => {}, signal))).toBe('no-starttls');
      expect(await reasonOf(mail.open(server, (line) => lines.push(line), signal))).toBe('no-starttls');
      expect(lines.filter((line) => /^> (?!EHLO|STARTTLS)/.test(line))).toEqual([]);
    }));

    test('a connection that ends in the middle of a mail is told from one that ends before', onStage('cut-in-data', async ({ mail, server, user, accessToken, received }) => {
      const session = await mail.open(server, () => {}, signal);
      await session.signIn({ user, accessToken: new Confidential(accessToken) });
      await expect(session.send(message)).rejects.toMatchObject({ reason: 'closed', code: 'DATA' });
      await session.close();
      expect(await received()).toEqual([]);
    }));

    test.each([
      ['certificate-not-trusted', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', { issuer: 'Contoso Web Filter', publicAuthority: false }],
      ['certificate-other-name', 'ERR_TLS_CERT_ALTNAME_INVALID', { subject: 'mail.fabrikam.example' }],
      ['certificate-expired', 'CERT_HAS_EXPIRED', {}],
    ])('%s: the probe says it, and no mail is sent', (scenario, word, facts) =>
      onStage(scenario, async ({ mail, probe, server }) => {
        expect(await probe.tls(server, () => {}, signal)).toMatchObject({ error: word, ...facts });
        await expect(mail.open(server, () => {}, signal)).rejects.toMatchObject({ reason: 'tls', code: word });
      })());

    test('the certificate is looked at', onStage('all-well', async ({ probe, server }) => {
      expect((await probe.reach(server.host, server.port, signal)).address).not.toBe('');
      const facts = await probe.tls(server, () => {}, signal);
      expect(facts).toMatchObject({ error: null, publicAuthority: true, protocol: expect.stringMatching(/^TLSv1\.[23]$/) });
      expect(Date.parse(facts.validTo)).toBeGreaterThan(Date.now());
    }));

    test('what is cancelled ends at once', onStage('all-well', async ({ mail, probe, server }) => {
      const cancelled = AbortSignal.abort(new Error('cancelled'));
      await expect(mail.open(server, () => {}, cancelled)).rejects.toThrow('cancelled');
      await expect(probe.tls(server, () => {}, cancelled)).rejects.toThrow('cancelled');
    }));
  });
}

/** The failure's reason, where it is one of the connection. */
export async function reasonOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => null, (failure: unknown) => failure);
  return error instanceof ConnectionFailure ? error.reason : String(error);
}
