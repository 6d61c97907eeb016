import type { EmailForwardingInput } from '../../../contract/email-forwarding.ts';
import type { Params } from '../../../contract/diagnosis.ts';
import { permissions } from '../../../contract/permissions.ts';
import type { CurrentSignIn } from '../../store.ts';
import type { Services } from '../context.ts';
import { diagnoseIdentity, identityFailure } from '../diagnosis/identity.ts';
import { endpoints } from '../sign-in/authority.ts';
import { requestApplicationToken } from '../sign-in/oauth.ts';
import { RefreshFailure } from '../sign-in/refresh.ts';
import { targetOf } from '../sign-in/target.ts';
import { askTenant } from '../sign-in/tenant.ts';
import { say, StepFailure, type Found, type Rung } from './ladder.ts';
import { describePermission, readApplication } from './permission.ts';

const toleranceSeconds = 300;

type TokenSettings = Exclude<EmailForwardingInput, { authMethod: 'basic' }>;
export type Secret = () => Promise<string | null>;

/** The steps from the clock to the permission, and what they found. */
export interface TokenRungs {
  rungs: Rung[];
  accessToken(): string;
  /** The sign-in that the token is of; null where it is the application's own. */
  current(): CurrentSignIn | null;
}

/** What Microsoft OAuth 2.0 needs before the mailbox is asked. `params` are those of the diagnoses; what is found is added to them. */
export function tokenRungs(services: Services, settings: TokenSettings, clientSecret: Secret | null, params: Params): TokenRungs {
  const { tenantId } = settings;
  // From the one answer come the clock's step and the tenant's.
  let tenant: ReturnType<typeof askTenant> | null = null;
  const ask = (signal: AbortSignal) => (tenant ??= askTenant(services, targetOf(settings), signal));
  const source = settings.authMethod === 'microsoft-oauth' ? delegated(services, settings, params) : ofApplication(services, settings, clientSecret, params);
  return {
    ...source,
    rungs: [
      { name: 'clock', before: say('clock'), failed: say('failed-clock'), run: async (signal) => compareClock((await ask(signal)).date, services.ports.clock.now().getTime()) },
      {
        name: 'tenant',
        before: say('tenant', { tenantId }),
        failed: say('failed-tenant', { tenantId }),
        async run(signal) {
          const { fault } = await ask(signal);
          if (fault) throw new StepFailure({ ...fault, params: { ...params, ...fault.params } });
          return say('tenant-found', { tenantId });
        },
      },
      ...source.rungs,
    ],
  };
}

function compareClock(theirs: number | null, ours: number): Found {
  if (theirs === null) return { ...say('clock-unknown'), skipped: true };
  const seconds = Math.round(Math.abs(ours - theirs) / 1000);
  if (seconds > toleranceSeconds) throw new StepFailure({ code: 'clock-wrong', params: { seconds } });
  // The header has whole seconds: less than one cannot be told.
  return say('clock-right', { seconds: Math.max(seconds, 1) });
}

// The token of whoever signed in with the code.
function delegated({ signIns }: Services, settings: TokenSettings, params: Params): TokenRungs {
  const { api, names } = permissions['email-forwarding/microsoft-oauth'];
  const permission = names[0] ?? '';
  let got: Awaited<ReturnType<typeof signIns.accessToken>> = null;
  const token: Rung = {
    name: 'token',
    before: say('token'),
    failed: say('failed-token'),
    async run() {
      got = await signIns.accessToken(targetOf(settings)).catch((error: unknown) => {
        throw error instanceof RefreshFailure ? new StepFailure({ ...error.diagnosis, params: { ...params, ...error.diagnosis.params } }) : error;
      });
      if (!got) throw new StepFailure({ code: 'sign-in-first', params });
      params['account'] = got.current.account;
      return got.fresh ? say('token-received') : say('token-valid', { account: got.current.account });
    },
  };
  const permitted: Rung = {
    name: 'permission',
    before: say('permission', { permission }),
    failed: say('failed-permission', { permission }),
    async run() {
      const granted = describePermission({ accessToken: got?.accessToken ?? '', scope: got?.current.scope ?? '' }, permission);
      if (granted !== true) throw new StepFailure({ code: 'permission-missing', params: { ...params, permission, api, granted } });
      return say('permission-granted', { permission });
    },
  };
  return { rungs: [token, permitted], accessToken: () => got?.accessToken ?? '', current: () => got?.current ?? null };
}

// The application's own token, anew at each check: so the secret is tried, too.
function ofApplication(services: Services, settings: TokenSettings, clientSecret: Secret | null, params: Params): TokenRungs {
  const { ports, config, signIns } = services;
  const target = targetOf(settings);
  const { api, names } = permissions['email-forwarding/microsoft-oauth-application'];
  const permission = names[0] ?? '';
  let accessToken = '';
  const token: Rung = {
    name: 'token',
    before: say('token'),
    failed: say('failed-token'),
    async run() {
      const secret = await clientSecret?.();
      if (secret === null || secret === undefined) throw new StepFailure({ code: 'secret-unreadable', params });
      const answer = await requestApplicationToken(ports, config, target, settings.scope ?? '', secret).catch((error: unknown) => {
        throw new StepFailure(diagnoseIdentity(identityFailure(error), endpoints(config, target).host, { ...params, permission, api }));
      });
      ({ accessToken } = answer);
      return say('token-received');
    },
  };
  const permitted: Rung = {
    name: 'permission',
    before: say('permission', { permission }),
    failed: say('failed-permission', { permission }),
    async run() {
      const carried = readApplication(accessToken);
      if (!carried) return { ...say('roles-unreadable', { permission }), skipped: true };
      if (carried.objectId !== '') params['objectId'] = carried.objectId;
      await signIns.rememberToken(target, carried);
      if (!carried.roles.includes(permission)) throw new StepFailure({ code: 'role-missing', params: { ...params, permission, api, granted: carried.roles.join(' ') || '—' } });
      return say('permission-granted', { permission });
    },
  };
  return { rungs: [token, permitted], accessToken: () => accessToken, current: () => null };
}
