import type { EmailForwardingInput } from '../../../contract/email-forwarding.ts';
import type { Params } from '../../../contract/diagnosis.ts';
import { permissions } from '../../../contract/permissions.ts';
import { Confidential } from '../../confidential.ts';
import type { CurrentSignIn } from '../../store.ts';
import type { Services } from '../context.ts';
import type { Received } from '../secrets/received.ts';
import { RefreshFailure } from '../sign-in/refresh.ts';
import { targetOf } from '../sign-in/target.ts';
import { applicationRungs } from './application-rungs.ts';
import { say, StepFailure, type Rung } from './ladder.ts';
import { describePermission, type Carried } from './permission.ts';
import type { Secret } from './subject.ts';
import { tenantRungs } from './tenant-rungs.ts';

type TokenSettings = Exclude<Received<EmailForwardingInput>, { authMethod: 'basic' }>;

const none = new Confidential('');

/** The steps from the clock to the permission, and what they found. */
export interface TokenRungs {
  rungs: Rung[];
  accessToken(): Confidential;
  /** The sign-in that the token is of; null where it is the application's own. */
  current(): CurrentSignIn | null;
}

/** What Microsoft OAuth 2.0 needs before the mailbox is asked. `params` are those of the diagnoses; what is found is added to them. */
export function tokenRungs(services: Services, settings: TokenSettings, clientSecret: Secret | null, params: Params): TokenRungs {
  const source = settings.authMethod === 'microsoft-oauth' ? delegated(services, settings, params) : ofApplication(services, settings, clientSecret, params);
  return { ...source, rungs: [...tenantRungs(services, targetOf(settings), params), ...source.rungs] };
}

function ofApplication(services: Services, settings: TokenSettings, clientSecret: Secret | null, params: Params): TokenRungs {
  const target = targetOf(settings);
  const remember = (carried: Carried) => services.signIns.rememberToken(target, carried);
  const use = 'email-forwarding/microsoft-oauth-application';
  const { rungs, accessToken } = applicationRungs(services, { target, scope: settings.scope ?? '', clientSecret, use, exchangeGrants: false, remember }, params);
  return { rungs, accessToken, current: () => null };
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
      const granted = describePermission({ accessToken: got?.accessToken ?? none, scope: got?.current.scope ?? '' }, permission);
      if (granted !== true) throw new StepFailure({ code: 'permission-missing', params: { ...params, permission, api, granted } });
      return say('permission-granted', { permission });
    },
  };
  return { rungs: [token, permitted], accessToken: () => got?.accessToken ?? none, current: () => got?.current ?? null };
}
