import type { EmailPilotInput } from '../../../contract/contact-center.ts';
import type { Params } from '../../../contract/diagnosis.ts';
import { permissions } from '../../../contract/permissions.ts';
import type { Credentials, Pop3Session } from '../../ports.ts';
import type { Context } from '../context.ts';
import { diagnosePop3, ofPop3 } from '../diagnosis/pop3.ts';
import { heard } from '../protocols/identity-lines.ts';
import type { Received } from '../secrets/received.ts';
import { endpoints } from '../sign-in/authority.ts';
import { targetOf } from '../sign-in/target.ts';
import { applicationRungs, type ApplicationRungs } from './application-rungs.ts';
import type { Ladder, Reports } from './checkable.ts';
import { say, StepFailure, type Found, type Rung } from './ladder.ts';
import type { Carried } from './permission.ts';
import { readHeader } from './message-header.ts';
import { reachAll, secureAll } from './network.ts';
import type { Secret } from './subject.ts';
import { tenantRungs, withoutToken } from './tenant-rungs.ts';

/** The settings of an e-mail pilot with its place filled in: `placeOfPilot`. */
export type PilotSettings = Received<EmailPilotInput> & { server: string; port: number; scope: string };

export interface PilotSubject {
  settings: PilotSettings;
  /** The password or the client secret, whichever the method uses; its answer is null where it cannot be opened. */
  secret: Secret | null;
  /** What its queue and itself are called. */
  queue: string;
  pilot: string;
  /** Keeps what the token carried. */
  remember: (carried: Carried) => Promise<void>;
}

const use = 'queue-pilot/pop3';

/** The ladder of an e-mail pilot of a queue: to the newest message's subject. Nothing is deleted, nothing is marked. Basic authentication has nothing to do with Microsoft's identity endpoints. */
export function pilotLadder(services: Context, { settings, secret, queue, pilot, remember }: PilotSubject, { note }: Pick<Reports, 'note'>): Ladder {
  const { ports, config } = services;
  const named = { queue, pilot };
  const { authMethod, username, encryption } = settings;
  const at = { host: settings.server, port: settings.port };
  const server = { ...at, encryption, protocol: 'pop3' } as const;
  const target = settings.authMethod === 'oauth' ? targetOf(settings) : null;
  const identity = target && endpoints(config, target);
  const servers = { identity, server, words: ofPop3 };
  const { api, names } = permissions[use];
  const params: Params = { ...named, mailbox: username, account: username, server: settings.server, ...target, ...(target && { permission: names[0], api }) };
  // RBAC for Applications has no role for POP3: without the one of Entra ID there is no way in.
  const application = target && applicationRungs(heard(services, note), { target, scope: settings.scope, clientSecret: secret, use, exchangeGrants: false, remember }, params);
  const credentials = () => (application ? ofToken(application, username) : ofPassword(secret, username, params));
  const open = (signal: AbortSignal) => ports.mail.openPop3(server, note, signal);
  const explain = (error: unknown) => (error instanceof StepFailure ? error : new StepFailure(diagnosePop3(error, at, params, authMethod)));
  const mailbox = mailboxRungs({ open, credentials, explain });

  const rungs: Rung[] = [
    { name: 'settings', before: say('settings'), failed: say('failed-settings'), run: async () => say('settings-complete') },
    {
      name: 'network',
      before: identity ? say('network', { ...at, identity: identity.host }) : say('network-mail', at),
      failed: say('failed-network', at),
      run: (signal) => reachAll(ports.probe, servers, signal),
    },
    { name: 'tls', before: say('tls'), failed: say('failed-tls', { host: at.host }), run: (signal) => secureAll(ports.probe, servers, note, signal) },
    ...(target && application ? [...tenantRungs(heard(services, note), target, params), ...application.rungs] : withoutToken()),
    ...mailbox.rungs,
  ];
  return { rungs, close: mailbox.close };
}

interface Mailbox {
  open: (signal: AbortSignal) => Promise<Pop3Session>;
  credentials: () => Promise<Credentials>;
  /** What to say of an error; throws what there are no words for. */
  explain: (error: unknown) => StepFailure;
}

// The steps at the server: sign-in, and a look at the newest message.
function mailboxRungs({ open, credentials, explain }: Mailbox): Ladder {
  let session: Pop3Session | null = null;
  const opened = async (signal: AbortSignal) => (session ??= await open(signal));
  const close = async () => {
    await session?.close();
    session = null;
  };
  const explained = async (work: () => Promise<Found>): Promise<Found> => {
    try {
      return await work();
    } catch (error) {
      throw explain(error);
    }
  };
  const rungs: Rung[] = [
    {
      name: 'sign-in',
      before: say('sign-in'),
      failed: say('failed-sign-in'),
      run: (signal) =>
        explained(async () => {
          const who = await credentials();
          await (await opened(signal)).signIn(who);
          return say('sign-in-accepted', { user: who.user });
        }),
    },
    {
      name: 'operation',
      before: say('newest-message'),
      failed: say('failed-newest-message'),
      run: (signal) =>
        explained(async () => {
          const found = await lookAtNewest(await opened(signal));
          await close();
          return found;
        }),
    },
  ];
  return { rungs, close };
}

// The last number is the newest message.
async function lookAtNewest(session: Pop3Session): Promise<Found> {
  const count = await session.count();
  if (count.messages === 0) return say('mailbox-empty');
  const header = await session.header(count.messages);
  if (header === null) return say('messages-counted', count);
  const newest = await readHeader(header);
  return newest ? say('newest-read', { ...count, ...newest }) : say('newest-unreadable', count);
}

async function ofToken(application: ApplicationRungs, user: string): Promise<Credentials> {
  return { user, accessToken: application.accessToken() };
}

async function ofPassword(secret: Secret | null, user: string, params: Params): Promise<Credentials> {
  const password = await secret?.();
  if (password === null || password === undefined) throw new StepFailure({ code: 'secret-unreadable', params });
  return { user, password };
}
