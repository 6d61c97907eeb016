import type { EmailForwardingInput } from '../../../contract/email-forwarding.ts';
import type { MailSession } from '../../ports.ts';
import type { Services } from '../context.ts';
import { diagnoseMail } from '../diagnosis/mail.ts';
import { RefreshFailure } from '../sign-in/refresh.ts';
import { endpoints } from '../sign-in/authority.ts';
import { targetOf } from '../sign-in/rows.ts';
import { StepFailure, type Rung } from './ladder.ts';
import { describePermission } from './permission.ts';
import { readTenant } from './tenant.ts';
import { reachAll, secureAll } from './network.ts';
import { testMail } from './test-mail.ts';

export interface Subject {
  /** Null where nothing is set up. */
  settings: EmailForwardingInput | null;
  sendTo: string;
  note: (line: string) => void;
}

/** The ladder of E-mail forwarding with Microsoft OAuth 2.0, and the way to close what it opened. */
export function emailForwardingLadder(services: Services, { settings, sendTo, note }: Subject): { rungs: Rung[]; close: () => Promise<void> } {
  const { ports, config, signIns } = services;
  if (!settings) {
    const failure = new StepFailure({ code: 'settings-incomplete', params: {} });
    return { rungs: [{ name: 'settings', before: say('settings'), failed: say('failed-settings'), run: () => Promise.reject(failure) }], close: async () => {} };
  }
  const { smtp, emailAddress, applicationId, tenantId } = settings;
  const target = targetOf(settings);
  const identity = endpoints(config, target);
  const servers = { identity: { host: identity.host, port: identity.port, encrypted: identity.encrypted }, smtp };
  const user = settings.signInAs ?? emailAddress;
  const names = { mailbox: emailAddress, account: user, tenantId, applicationId, to: sendTo };
  const permission = { permission: 'SMTP.Send' };

  let tenant: ReturnType<typeof readTenant> | null = null;
  const askTenant = (signal: AbortSignal) => (tenant ??= readTenant(services, target, signal));
  let token = { accessToken: '', scope: '' };
  let mail: MailSession | null = null;

  const rungs: Rung[] = [
    { name: 'settings', before: say('settings'), failed: say('failed-settings'), run: async () => say('settings-complete') },
    {
      name: 'network',
      before: say('network', { host: smtp.host, port: smtp.port, identity: identity.host }),
      failed: say('failed-network', { host: smtp.host, port: smtp.port }),
      run: (signal) => reachAll(ports.probe, servers, signal),
    },
    { name: 'tls', before: say('tls'), failed: say('failed-tls', { host: smtp.host }), run: (signal) => secureAll(ports.probe, servers, note, signal) },
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
    {
      name: 'sign-in',
      before: say('sign-in'),
      failed: say('failed-sign-in'),
      run: (signal) =>
        explained(smtp, names, async () => {
          mail = await ports.mail.open(smtp, note, signal);
          await mail.signIn({ user, accessToken: token.accessToken });
          return say('sign-in-accepted', { user });
        }),
    },
    {
      name: 'operation',
      before: say('operation', { to: sendTo }),
      failed: say('failed-operation'),
      run: () =>
        explained(smtp, names, async () => {
          if (!mail) throw new Error('The sign-in step comes first.');
          const reply = await mail.send(testMail({ from: emailAddress, to: sendTo, clock: ports.clock, random: ports.random }));
          return say('mail-accepted', { host: smtp.host, reply });
        }),
    },
  ];
  return { rungs, close: async () => mail?.close() };
}

function say<Code extends string>(code: Code, params: Record<string, string | number> = {}) {
  return { code, params };
}

async function explained<T>(server: { host: string; port: number }, params: Record<string, string>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new StepFailure(diagnoseMail(error, server, params));
  }
}
