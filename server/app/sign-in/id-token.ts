import type { Config } from '../../config.ts';
import type { Confidential } from '../../confidential.ts';
import type { SignInTarget } from '../../store.ts';
import { endpoints } from './authority.ts';

const toleranceSeconds = 300;
const guid = /^[0-9a-f-]{36}$/i;

export type Identity = { account: string; tenantGuid: string | null } | { fault: string };

/**
 * Who signed in, from an id_token that came straight from the token endpoint over TLS (OpenID Connect Core 3.1.3.7, 6: no signature needed then).
 * Its `aud`, `exp`, and `iss` against its own `tid` must fit the sign-in; else `fault` names the claim.
 */
export function readAccount(config: Config, target: SignInTarget, idToken: Confidential | null, now: Date): Identity {
  const claims = idToken === null ? null : readClaims(idToken);
  if (!claims) return { fault: 'id_token' };
  const { authority, issuer } = endpoints(config, target);
  const tid = text(claims['tid']);
  const audience = Array.isArray(claims['aud']) ? claims['aud'] : [claims['aud']];
  if (!audience.includes(target.applicationId.toLowerCase()) && !audience.includes(target.applicationId)) return { fault: 'aud' };
  if (typeof claims['exp'] !== 'number' || claims['exp'] + toleranceSeconds < now.getTime() / 1000) return { fault: 'exp' };
  const tenant = tid ?? target.tenantId;
  if (![`${authority}/${tenant}/v2.0`, `${issuer}/${tenant}/v2.0`].includes(text(claims['iss']) ?? '')) return { fault: 'iss' };
  if (tid !== null && guid.test(target.tenantId) && tid.toLowerCase() !== target.tenantId.toLowerCase()) return { fault: 'tid' };
  const account = text(claims['preferred_username']) ?? text(claims['upn']) ?? text(claims['email']) ?? text(claims['sub']);
  return account === null ? { fault: 'preferred_username' } : { account: account.slice(0, 320), tenantGuid: tid };
}

/** The claims of a JWT (RFC 7519) without looking at its signature, or null for an opaque token. */
export function readClaims(jwt: Confidential): Record<string, unknown> | null {
  const part = jwt.reveal().split('.')[1];
  if (!part) return null;
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
