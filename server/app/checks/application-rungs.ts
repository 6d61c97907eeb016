import type { Params, StoredDiagnosis } from '../../../contract/diagnosis.ts';
import { permissions } from '../../../contract/permissions.ts';
import { Confidential } from '../../confidential.ts';
import type { SignInTarget } from '../../store.ts';
import type { Context } from '../context.ts';
import { diagnoseIdentity, identityFailure } from '../diagnosis/identity.ts';
import { endpoints } from '../sign-in/authority.ts';
import { requestApplicationToken } from '../sign-in/oauth.ts';
import { say, StepFailure, type Rung } from './ladder.ts';
import { readApplication, type Carried } from './permission.ts';
import type { Secret } from './subject.ts';

interface Application {
  target: SignInTarget;
  scope: string;
  clientSecret: Secret | null;
  /** What the token must be good for. */
  use: keyof typeof permissions;
  /** Can Exchange grant the right by itself (RBAC for Applications), so that a token without the role may do? */
  exchangeGrants: boolean;
  remember: (carried: Carried) => Promise<void>;
}

export interface ApplicationRungs {
  rungs: Rung[];
  accessToken(): Confidential;
  /** What to say where the token lacks its role and is refused; null where it holds it, or nobody can tell. */
  roleMissing(): StoredDiagnosis | null;
}

/** The steps `token` and `permission` of an application's own token, asked for anew at each check: so the secret is tried, too. `params` are those of the diagnoses; the object id is added to them. */
export function applicationRungs({ ports, config }: Context, { target, scope, clientSecret, use, exchangeGrants, remember }: Application, params: Params): ApplicationRungs {
  const { api, names } = permissions[use];
  const permission = names[0];
  let accessToken = new Confidential('');
  let missing: StoredDiagnosis | null = null;
  const token: Rung = {
    name: 'token',
    before: say('token'),
    failed: say('failed-token'),
    async run() {
      const secret = await clientSecret?.();
      if (secret === null || secret === undefined) throw new StepFailure({ code: 'secret-unreadable', params });
      const answer = await requestApplicationToken(ports, config, target, scope, secret).catch((error: unknown) => {
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
      await remember(carried);
      if (carried.roles.includes(permission)) return say('permission-granted', { permission });
      missing = { code: 'role-missing', params: { ...params, permission, api, granted: carried.roles.join(' ') || '—' } };
      if (!exchangeGrants) throw new StepFailure(missing);
      return { ...say('role-not-in-token', { permission }), skipped: true };
    },
  };
  return { rungs: [token, permitted], accessToken: () => accessToken, roleMissing: () => missing };
}
