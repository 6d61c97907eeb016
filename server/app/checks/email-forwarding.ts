import type { EmailForwardingInput } from '../../../contract/email-forwarding.ts';
import type { Params } from '../../../contract/diagnosis.ts';
import { Confidential } from '../../confidential.ts';
import { MailRefusal, type Credentials, type MailSession } from '../../ports.ts';
import type { Services } from '../context.ts';
import { diagnoseMail } from '../diagnosis/mail.ts';
import { heard } from '../protocols/identity-lines.ts';
import type { Received } from '../secrets/received.ts';
import { endpoints } from '../sign-in/authority.ts';
import { targetOf } from '../sign-in/target.ts';
import { nothingSetUp, type Ladder } from './checkable.ts';
import { say, StepFailure, type Rung } from './ladder.ts';
import { reachAll, secureAll } from './network.ts';
import { testMail } from './test-mail.ts';
import type { Secret } from './subject.ts';
import { withoutToken } from './tenant-rungs.ts';
import { tokenRungs, type TokenRungs } from './token-rungs.ts';

export interface Subject {
  /** Null where nothing is set up. */
  settings: Received<EmailForwardingInput> | null;
  /** The password or the client secret, whichever the method uses; its answer is null where it cannot be opened. Null where none is sent. */
  secret: Secret | null;
  /** Null: the ladder ends before the visible step. */
  sendTo: string | null;
  note: (line: string) => void;
}

/** The ladder of E-mail forwarding. Basic authentication has nothing to do with Microsoft's identity endpoints. */
export function emailForwardingLadder(services: Services, { settings, secret, sendTo, note }: Subject): Ladder {
  const { ports, config } = services;
  if (!settings) {
    return nothingSetUp(new StepFailure({ code: 'settings-incomplete', params: {} }), say('settings'), say('failed-settings'));
  }
  const { smtp, emailAddress, authMethod } = settings;
  const mailServer = { host: smtp.host, port: smtp.port };
  const target = authMethod === 'basic' ? null : targetOf(settings);
  const identity = target && endpoints(config, target);
  const servers = { identity, server: smtp };
  const params: Params = { mailbox: emailAddress, account: expectedUser(settings) || emailAddress, ...target, ...(sendTo !== null && { to: sendTo }) };
  const oauth = authMethod === 'basic' ? null : tokenRungs(heard(services, note), settings, secret, params);
  const mailbox = mailboxRungs(services, { settings, secret, sendTo, note }, settings, oauth, params);

  const rungs: Rung[] = [
    { name: 'settings', before: say('settings'), failed: say('failed-settings'), run: async () => say('settings-complete') },
    {
      name: 'network',
      before: identity ? say('network', { ...mailServer, identity: identity.host }) : say('network-mail', mailServer),
      failed: say('failed-network', mailServer),
      run: (signal) => reachAll(ports.probe, servers, signal),
    },
    { name: 'tls', before: say('tls'), failed: say('failed-tls', { host: smtp.host }), run: smtp.encryption === 'none' ? null : (signal) => secureAll(ports.probe, servers, note, signal) },
    ...(oauth?.rungs ?? withoutToken()),
    ...mailbox.rungs,
  ];
  return { rungs, close: mailbox.close };
}

// The steps at the mail server: sign-in, and the mail that somebody sees.
function mailboxRungs({ ports, signIns }: Services, { secret, sendTo, note }: Subject, settings: Received<EmailForwardingInput>, oauth: TokenRungs | null, params: Params): Ladder {
  const { smtp, emailAddress, authMethod } = settings;
  let mail: MailSession | null = null;
  const open = async (signal: AbortSignal) => (mail ??= await ports.mail.open(smtp, note, signal));
  const close = async () => {
    await mail?.close();
    mail = null;
  };
  const explained = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw error instanceof StepFailure ? error : new StepFailure(diagnoseMail(error, smtp, params, authMethod));
    }
  };

  async function signIn(credentials: Credentials, signal: AbortSignal): Promise<string> {
    await (await open(signal)).signIn(credentials);
    return credentials.user;
  }

  async function signInWithToken(signal: AbortSignal): Promise<string> {
    const accessToken = oauth?.accessToken() ?? new Confidential('');
    const [first, second] = mailUsers(settings, oauth);
    try {
      return await signIn({ user: first, accessToken }, signal);
    } catch (error) {
      // For a shared mailbox some servers want its own name, others that of the account: the other one is tried once.
      if (second === undefined || !(error instanceof MailRefusal) || !/\b5\.7\.3\b/.test(error.reply)) throw error;
      await close();
      await signIn({ user: second, accessToken }, signal).catch(() => {
        throw error;
      });
      return second;
    }
  }

  async function signInWithPassword(signal: AbortSignal): Promise<string> {
    const password = await secret?.();
    if (password === null || password === undefined) throw new StepFailure({ code: 'secret-unreadable', params });
    return signIn({ user: expectedUser(settings), password }, signal);
  }

  const signsIn = oauth !== null || secret !== null;
  const rungs: Rung[] = [
    {
      name: 'sign-in',
      before: say('sign-in'),
      failed: say('failed-sign-in'),
      run: signsIn
        ? (signal) =>
            explained(async () => {
              const user = oauth ? await signInWithToken(signal) : await signInWithPassword(signal);
              const current = oauth?.current();
              if (current) await signIns.rememberMailUser(current, user);
              return say('sign-in-accepted', { user });
            })
        : null,
    },
    {
      name: 'operation',
      before: sendTo === null ? say('operation-not-asked') : say('operation', { to: sendTo }),
      failed: say('failed-operation'),
      run:
        sendTo === null
          ? null
          : (signal) =>
              explained(async () => {
                const reply = await (await open(signal)).send(testMail({ from: emailAddress, to: sendTo, clock: ports.clock, random: ports.random }));
                return say('mail-accepted', { host: smtp.host, reply });
              }),
    },
  ];
  return { rungs, close };
}

function expectedUser({ authMethod, username, signInAs, emailAddress }: Received<EmailForwardingInput>): string {
  if (authMethod === 'basic') return username ?? '';
  return authMethod === 'microsoft-oauth' ? (signInAs ?? emailAddress) : emailAddress;
}

// By which name the mail server is asked with a token, and by which then: the one that it took last comes first.
function mailUsers(settings: Received<EmailForwardingInput>, oauth: TokenRungs | null): [string, string?] {
  const user = expectedUser(settings);
  const { emailAddress } = settings;
  if (user.toLowerCase() === emailAddress.toLowerCase()) return [user];
  return oauth?.current()?.mailUser === emailAddress ? [emailAddress, user] : [user, emailAddress];
}
