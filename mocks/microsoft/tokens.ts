import { guidOf, randomGuid, randomText } from './random.ts';
import type { ApplicationGrant, Grant, Played } from './state.ts';

type Change = <T>(work: (played: Played) => T) => Promise<T>;

const openId = new Set(['openid', 'profile', 'email', 'offline_access']);

// Microsoft's lifetimes are random, 60 to 90 minutes.
function randomLifetime(): number {
  return 3600 + ((crypto.getRandomValues(new Uint16Array(1))[0] ?? 0) % 1800);
}

/** The answer of the token endpoint, all its tokens remembered. `now` in milliseconds, `lifetime` in seconds. */
export async function issueTokens(change: Change, grant: Grant, origin: string, now: number, lifetime = randomLifetime()) {
  const scopes = grant.scope.split(' ').filter(Boolean);
  const claims = { iat: seconds(now), nbf: seconds(now), exp: seconds(now) + lifetime };
  const oid = await guidOf(grant.account.toLowerCase());
  const accessToken = jwt(accessClaims(grant, scopes, oid), claims);
  const idToken = jwt(
    {
      aud: grant.clientId,
      iss: `${origin}/${grant.tenantGuid}/v2.0`,
      name: grant.account,
      oid,
      preferred_username: grant.account,
      sub: randomText(43),
      tid: grant.tenantGuid,
      ver: '2.0',
    },
    claims,
  );
  const refreshToken = `1.${randomText(1200)}`;
  await change((played) => {
    played.accessTokens.push({ token: accessToken, expiresAt: claims.exp * 1000, grant });
    played.refreshTokens.push({ token: refreshToken, grant });
  });
  return {
    token_type: 'Bearer',
    scope: scopes.filter((scope) => !openId.has(scope)).join(' '),
    expires_in: lifetime,
    ext_expires_in: lifetime,
    access_token: accessToken,
    ...(scopes.includes('offline_access') && { refresh_token: refreshToken }),
    ...(scopes.includes('openid') && { id_token: idToken }),
  };
}

/** The answer to client credentials: one token, remembered, and nothing to renew it with; an `opaque` one is no JWT. `now` in milliseconds. */
export async function issueApplicationToken(change: Change, grant: ApplicationGrant, now: number, opaque = false) {
  const lifetime = 3599;
  const claims = { iat: seconds(now), nbf: seconds(now), exp: seconds(now) + lifetime + 300 };
  const oid = await guidOf(`service principal of ${grant.clientId.toLowerCase()}`);
  const idp = `https://sts.windows.net/${grant.tenantGuid}/`;
  const accessToken = opaque ? `EwB${randomText(1200)}` : jwt(
    {
      aud: audience(grant.scope),
      iss: idp,
      aio: randomText(60),
      app_displayname: 'Telephone system',
      appid: grant.clientId,
      appidacr: '1',
      idp,
      idtyp: 'app',
      oid,
      rh: randomText(60),
      ...(grant.roles.length > 0 && { roles: grant.roles }),
      sid: randomGuid(),
      sub: oid,
      tid: grant.tenantGuid,
      uti: randomText(22),
      ver: '1.0',
      wids: [randomGuid()],
    },
    claims,
  );
  await change((played) => {
    played.accessTokens.push({ token: accessToken, expiresAt: claims.exp * 1000, grant });
  });
  return { token_type: 'Bearer', expires_in: lifetime, ext_expires_in: lifetime, access_token: accessToken };
}

function accessClaims(grant: Grant, scopes: string[], oid: string): Record<string, unknown> {
  const resources = scopes.filter((scope) => !openId.has(scope));
  return {
    aud: audience(resources[0] ?? ''),
    iss: `https://sts.windows.net/${grant.tenantGuid}/`,
    acct: 0,
    acr: '1',
    aio: randomText(180),
    amr: ['pwd', 'mfa'],
    app_displayname: 'Telephone system',
    appid: grant.clientId,
    appidacr: '0',
    idtyp: 'user',
    ipaddr: '192.0.2.10',
    name: grant.account,
    oid,
    puid: randomText(16, '0123456789ABCDEF'),
    rh: randomText(60),
    scp: resources.map((scope) => scope.slice(scope.lastIndexOf('/') + 1)).join(' '),
    sid: randomGuid(),
    sub: randomText(43),
    tid: grant.tenantGuid,
    unique_name: grant.account,
    upn: grant.account,
    uti: randomText(22),
    ver: '1.0',
    wids: [randomGuid(), randomGuid()],
    xms_idrel: '1 16',
    xms_st: { sub: randomText(43) },
  };
}

/** The origin of the resource that a token of this scope is for. A scope that names none is one of Microsoft Graph. */
export function audience(scope: string): string {
  return URL.canParse(scope) ? new URL(scope).origin : 'https://graph.microsoft.com';
}

// Well formed and as long as Microsoft's; the signature is noise, nobody can check it.
function jwt(claims: Record<string, unknown>, times: Record<string, number>): string {
  const header = { typ: 'JWT', nonce: randomText(43), alg: 'RS256', x5t: randomText(27), kid: randomText(27) };
  return `${base64url(header)}.${base64url({ ...claims, ...times })}.${randomText(342)}`;
}

function base64url(value: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
