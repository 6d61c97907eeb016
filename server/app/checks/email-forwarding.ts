import type { AuthMethod, EmailForwardingInput } from '../../../contract/email-forwarding.ts';
import type { Credentials, MailSession } from '../../ports.ts';
import type { Services } from '../context.ts';
import { diagnoseMail } from '../diagnosis/mail.ts';
import { endpoints } from '../sign-in/authority.ts';
import { RefreshFailure } from '../sign-in/refresh.ts';
import { targetOf } from '../sign-in/rows.ts';
import { StepFailure, type Rung } from './ladder.ts';
import { reachAll, secureAll } from './network.ts';
import { describePermission } from './permission.ts';
import { readTenant } from './tenant.ts';
import { testMail } from './test-mail.ts';

export interface Subject {
  /** Null where nothing is set up. */
  settings: EmailForwardingInput | null;
  /** The password of Basic authentication; its answer is null where it cannot be opened. Null where none is sent. */
  password: (() => Promise<string | null>) | null;
  sendTo: string;
  note: (line: string) => void;
}

type OauthSettings = Extract<EmailForwardingInput, { authMethod: 'microsoft-oauth' }>;

/** The ladder of E-mail forwarding, and the way to close what it opened. Basic authentication has nothing to do with Microsoft's identity endpoints. */
export function emailForwardingLadder(services: Services, { settings, password, sendTo, note }: Subject): { rungs: Rung[]; close: () => Promise<void> } {
  const { ports, config } = services;
  if (!settings) {
    const failure = new StepFailure({ code: 'settings-incomplete', params: {} });
    return { rungs: [{ name: 'settings', before: say('settings'), failed: say('failed-settings'), run: () => Promise.reject(failure) }], close: async () => {} };
  }
  const { smtp, emailAddress } = settings;
  const user = settings.authMethod === 'basic' ? (settings.username ?? '') : (settings.signInAs ?? emailAddress);
  const names = { mailbox: emailAddress, account: user || emailAddress, tenantId: settings.tenantId ?? '', applicationId: settings.applicationId ?? '', to: sendTo };
  const identity = settings.authMethod === 'basic' ? null : endpoints(config, targetOf(settings));
  const servers = { identity, smtp };
  const mailServer = { host: smtp.host, port: smtp.port };
  const oauth = settings.authMethod === 'basic' ? null : oauthRungs(services, settings, names);
  let mail: MailSession | null = null;
  const open = async (signal: AbortSignal) => (mail ??= await ports.mail.open(smtp, note, signal));
  const signsIn = oauth !== null || password !== null;

  async function credentials(): Promise<Credentials> {
    if (oauth) return { user, accessToken: oauth.accessToken() };
    const plain = await password?.();
    if (plain === null || plain === undefined) throw new StepFailure({ code: 'secret-unreadable', params: {} });
    return { user, password: plain };
  }

  const rungs: Rung[] = [
    { name: 'settings', before: say('settings'), failed: say('failed-settings'), run: async () => say('settings-complete') },
    {
      name: 'network',
      before: identity ? say('network', { ...mailServer, identity: identity.host }) : say('network-mail', mailServer),
      failed: say('failed-network', mailServer),
      run: (signal) => reachAll(ports.probe, servers, signal),
    },
    { name: 'tls', before: say('tls'), failed: say('failed-tls', { host: smtp.host }), run: smtp.encryption === 'none' ? null : (signal) => secureAll(ports.probe, servers, note, signal) },
    ...(oauth?.rungs ?? without('clock', 'tenant', 'token', 'permission')),
    {
      name: 'sign-in',
      before: say('sign-in'),
      failed: say('failed-sign-in'),
      run: signsIn
        ? (signal) =>
            explained(mailServer, names, settings.authMethod, async () => {
              const given = await credentials();
              await (await open(signal)).signIn(given);
              return say('sign-in-accepted', { user });
            })
        : null,
    },
    {
      name: 'operation',
      before: say('operation', { to: sendTo }),
      failed: say('failed-operation'),
      run: (signal) =>
        explained(mailServer, names, settings.authMethod, async () => {
          const reply = await (await open(signal)).send(testMail({ from: emailAddress, to: sendTo, clock: ports.clock, random: ports.random }));
          return say('mail-accepted', { host: smtp.host, reply });
        }),
    },
  ];
  return { rungs, close: async () => mail?.close() };
}

/** What Microsoft OAuth 2.0 needs before the mailbox is asked: the steps from the clock to the permission. */
function oauthRungs(services: Services, settings: OauthSettings, names: { account: string }) {
  const { signIns } = services;
  const { tenantId, applicationId } = settings;
  const target = targetOf(settings);
  const permission = { permission: 'SMTP.Send' };
  let tenant: ReturnType<typeof readTenant> | null = null;
  const askTenant = (signal: AbortSignal) => (tenant ??= readTenant(services, target, signal));
  let token = { accessToken: '', scope: '' };
  const rungs: Rung[] = [
    { name: 'clock', before: say('clock'), failed: say('failed-clock'), run: async (signal) => (await askTenant(signal)).clock() },
    { name: 'tenant', before: say('tenant', { tenantId }), failed: say('failed-tenant', { tenantId }), run: async (signal) => (await askTenant(signal)).found() },
    {
      name: 'token',
      before: say('token'),
      failed: say('failed-token'),
      async run() {
        const got = await signIns.accessToken(target).catch((error: unknown) => {
          throw error instanceof RefreshFailure ? new StepFailure(error.diagnosis) : error;
        });
        if (!got) throw new StepFailure({ code: 'sign-in-first', params: {} });
        token = { accessToken: got.accessToken, scope: got.current.scope };
        names.account = got.current.account;
        return got.fresh ? say('token-received') : say('token-valid', { account: got.current.account });
      },
    },
    {
      name: 'permission',
      before: say('permission', permission),
      failed: say('failed-permission', permission),
      async run() {
        const granted = describePermission(token, 'SMTP.Send');
        if (granted !== true) throw new StepFailure({ code: 'permission-missing', params: { ...permission, granted, applicationId } });
        return say('permission-granted', permission);
      },
    },
  ];
  return { rungs, accessToken: () => token.accessToken };
}

function without(...steps: ('clock' | 'tenant' | 'token' | 'permission')[]): Rung[] {
  return steps.map((name) => ({ name, before: say(`${name}-not-asked`), failed: say(`failed-${name}`), run: null }));
}

function say<Code extends string>(code: Code, params: Record<string, string | number> = {}) {
  return { code, params };
}

async function explained<T>(server: { host: string; port: number }, params: Record<string, string>, authMethod: AuthMethod, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StepFailure ? error : new StepFailure(diagnoseMail(error, server, params, authMethod));
  }
}
