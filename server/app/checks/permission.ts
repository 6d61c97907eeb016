import type { Confidential } from '../../confidential.ts';
import { readClaims } from '../sign-in/id-token.ts';

/** True where the token holds this delegated permission, else what it holds. Read from the token's `scp`, or from the token answer's `scope` where the token is opaque. */
export function describePermission({ accessToken, scope }: { accessToken: Confidential; scope: string }, permission: string): true | string {
  const scp = readClaims(accessToken)?.['scp'];
  const granted = (typeof scp === 'string' ? scp : scope).split(/\s+/).filter((name) => name !== '');
  return granted.some((name) => name === permission || name.endsWith(`/${permission}`)) || granted.join(' ') || '—';
}

/** What an application's token says of it. */
export interface Carried {
  objectId: string;
  roles: string[];
  /** The GUID of the tenant that issued it; empty where it does not say. */
  tenantGuid: string;
}

/** The roles, the object id and the tenant that an application's token carries; null where it is opaque. */
export function readApplication(accessToken: Confidential): Carried | null {
  const claims = readClaims(accessToken);
  if (!claims) return null;
  const { roles, oid, tid } = claims;
  return { roles: Array.isArray(roles) ? roles.map(String) : [], objectId: typeof oid === 'string' ? oid : '', tenantGuid: typeof tid === 'string' ? tid : '' };
}
