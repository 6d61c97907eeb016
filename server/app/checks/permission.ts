import type { Confidential } from '../../confidential.ts';
import { readClaims } from '../sign-in/id-token.ts';

/** True where the token holds this delegated permission, else what it holds. Read from the token's `scp`, or from the token answer's `scope` where the token is opaque. */
export function describePermission({ accessToken, scope }: { accessToken: Confidential; scope: string }, permission: string): true | string {
  const scp = readClaims(accessToken)?.['scp'];
  const granted = (typeof scp === 'string' ? scp : scope).split(/\s+/).filter((name) => name !== '');
  return granted.some((name) => name === permission || name.endsWith(`/${permission}`)) || granted.join(' ') || '—';
}

/** The roles and the object id that an application's token carries; null where it is opaque. */
export function readApplication(accessToken: Confidential): { roles: string[]; objectId: string } | null {
  const claims = readClaims(accessToken);
  if (!claims) return null;
  const { roles, oid } = claims;
  return { roles: Array.isArray(roles) ? roles.map(String) : [], objectId: typeof oid === 'string' ? oid : '' };
}
