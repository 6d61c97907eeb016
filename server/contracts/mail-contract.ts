import { describe, expect, test } from 'vitest';
import { ConnectionFailure, MailRefusal, type Mail, type Probe, type Server } from '../ports.ts';

export interface MailStage {
  mail: Mail;
  probe: Probe;
  server: Server;
  /** A token that the mailbox of `user` accepts. */
  user: string;
  accessToken: string;
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
      await session.signIn({ user, accessToken });
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
      const refused = await session.signIn({ user: 'other@contoso.com', accessToken }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(MailRefusal);
      expect(refused).toMatchObject({ command: 'AUTH', reply: expect.stringMatching(/^535 5\.7\.3 Authentication unsuccessful/) });
      await session.close();
    }));

    test('a password is taken, and stands in no line of the transcript', onStage('all-well', async ({ mail, server, user, received }, lines) => {
      const session = await mail.open(server, (line) => lines.push(line), signal);
      await session.signIn({ user, password: 'Grüße: correct horse' });
      await session.send(message);
      await session.close();
      expect(await received()).toHaveLength(1);
      expect(lines.some((line) => line.startsWith('> AUTH LOGIN'))).toBe(true);
      for (const secret of ['correct horse', Buffer.from('Grüße: correct horse').toString('base64').slice(0, 16)]) expect(lines.join('\n')).not.toContain(secret);
    }));

    test.each([
      ['password-wrong', 'right', /^535 5\.7\.139 .*credentials were incorrect/],
      ['basic-auth-disabled', 'right', /^535 5\.7\.139 .*basic authentication is disabled/],
      ['all-well', 'wrong', /^535 5\.7\.139 .*credentials were incorrect/],
    ])('%s: the password “%s” is refused with the server’s own words', (scenario, password, reply) =>
      onStage(scenario, async ({ mail, server, user }) => {
        const session = await mail.open(server, () => {}, signal);
        await expect(session.signIn({ user, password })).rejects.toMatchObject({ command: 'AUTH', reply: expect.stringMatching(reply) });
        await session.close();
      })());

    test('without encryption neither a token nor a password is sent', onStage('all-well', async ({ mail, server, user, accessToken }, lines) => {
      const session = await mail.open({ ...server, encryption: 'none' }, (line) => lines.push(line), signal);
      await expect(session.signIn({ user, accessToken })).rejects.toThrow('without encryption');
      await expect(session.signIn({ user, password: 'x' })).rejects.toThrow('without encryption');
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
      const refused = session.signIn({ user, accessToken });
      await expect(refused).rejects.toMatchObject({ reply: expect.stringMatching(/^535 5\.7\.139 .*SmtpClientAuthentication is disabled for the Mailbox/) });
      await session.close();
    }));

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
