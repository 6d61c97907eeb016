import * as client from 'openid-client';
import type { Config } from '../../config.ts';
import { Confidential } from '../../confidential.ts';
import { createHider } from '../../hide-secrets.ts';
import type { Ports } from '../../ports.ts';
import type { SignInTarget } from '../../store.ts';
import type { Language } from '../../../contract/fields.ts';
import { endpoints } from './authority.ts';

/** A device code as RFC 8628 section 3.2 has it; seconds. Microsoft adds `message`. */
export interface DeviceCode {
  deviceCode: Confidential;
  userCode: string;
  verificationUri: string;
  message: string;
  expiresIn: number;
  interval: number;
}

export interface Tokens {
  accessToken: Confidential;
  refreshToken: Confidential | null;
  idToken: Confidential | null;
  /** Seconds. */
  expiresIn: number;
  scope: string;
}

/** The token of an application: no refresh token, nobody's identity. */
export type ApplicationToken = Pick<Tokens, 'accessToken' | 'expiresIn'>;

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';
const timeoutSeconds = 20;
const mostToken = 32 * 1024;
// Microsoft's have 1 KB; what is longer is none of OAuth's.
const mostRefusal = 64 * 1024;

/** Asks for a device code. Rejects with openid-client's errors: see `identityFailure`. */
export async function requestDeviceCode(ports: Ports, config: Config, target: SignInTarget, language: Language): Promise<DeviceCode> {
  const { configuration } = configure(ports, config, target, { language });
  const answer = await client.initiateDeviceAuthorization(configuration, { scope: endpoints(config, target).scope });
  const message = answer['message'];
  return {
    deviceCode: new Confidential(answer.device_code),
    userCode: answer.user_code,
    verificationUri: answer.verification_uri,
    message: typeof message === 'string' ? message : '',
    expiresIn: answer.expires_in,
    interval: answer.interval ?? 5,
  };
}

/** One poll with a device code (RFC 8628 section 3.4). `authorization_pending` and all others are rejections. */
export async function redeemDeviceCode(ports: Ports, config: Config, target: SignInTarget, deviceCode: Confidential): Promise<Tokens> {
  const { configuration, idToken } = configure(ports, config, target, { secrets: [deviceCode] });
  const answer = await client.genericGrantRequest(configuration, deviceGrant, { device_code: deviceCode.reveal() });
  return tokens(answer, idToken());
}

/** New tokens for a refresh token (RFC 6749 section 6). */
export async function redeemRefreshToken(ports: Ports, config: Config, target: SignInTarget, refreshToken: Confidential): Promise<Tokens> {
  const { configuration, idToken } = configure(ports, config, target, { secrets: [refreshToken] });
  const answer = await client.refreshTokenGrant(configuration, refreshToken.reveal(), { scope: endpoints(config, target).scope });
  return tokens(answer, idToken());
}

/** A token for the application itself (RFC 6749 section 4.4), its secret in the body as Microsoft's own libraries send it. `scope` names one resource: `…/.default`. */
export async function requestApplicationToken(ports: Ports, config: Config, target: SignInTarget, scope: string, clientSecret: Confidential): Promise<ApplicationToken> {
  const { configuration } = configure(ports, config, target, { clientSecret, secrets: [clientSecret] });
  const answer = await client.clientCredentialsGrant(configuration, { scope });
  return { accessToken: bounded(answer.access_token), expiresIn: lifetime(answer.expires_in) };
}

// Built from data instead of discovery: Microsoft's issuer is a template for common, organizations and domains, which discovery refuses.
function configure(ports: Ports, config: Config, target: SignInTarget, { language, clientSecret, secrets = [] }: { language?: Language; clientSecret?: Confidential; secrets?: readonly Confidential[] } = {}) {
  const { authority, deviceCode, token, encrypted } = endpoints(config, target);
  let idToken: Confidential | null = null;
  const configuration = new client.Configuration(
    {
      issuer: `${authority}/${target.tenantId}/v2.0`,
      token_endpoint: token,
      device_authorization_endpoint: language === 'de' ? `${deviceCode}?mkt=de-DE` : deviceCode,
    },
    target.applicationId,
    undefined,
    clientSecret === undefined ? client.None() : client.ClientSecretPost(clientSecret.reveal()),
  );
  configuration.timeout = timeoutSeconds;
  if (!encrypted) client.allowInsecureRequests(configuration);
  // The id_token is taken out of the answer: openid-client would refuse its issuer for an alias or a domain when the code is already spent. `readAccount` checks it.
  configuration[client.customFetch] = async (url, options) => {
    const { method, headers, body, signal } = options;
    const response = await ports.fetch(url, { method, headers, body: String(body), redirect: 'manual', secrets, ...(signal && { signal }) });
    if (!response.ok) return withoutSecrets(response, secrets);
    if (!/^application\/json\b/i.test(response.headers.get('Content-Type') ?? '')) return response;
    const text = await response.text();
    const parsed = parse(text);
    if (typeof parsed?.['id_token'] !== 'string') return Response.json(parsed ?? text);
    const { id_token, ...rest } = parsed;
    idToken = new Confidential(String(id_token));
    return Response.json(rest);
  };
  return { configuration, idToken: () => idToken };
}

// Who refuses a secret may repeat it: then it is gone before anybody reads why.
async function withoutSecrets(response: Response, secrets: readonly Confidential[]): Promise<Response> {
  const hider = createHider();
  hider.add(secrets);
  const { status, headers } = response;
  return new Response(hider.hide((await response.text()).slice(0, mostRefusal)), { status, headers });
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function tokens(answer: { access_token: string; refresh_token?: string; expires_in?: number; scope?: string }, idToken: Confidential | null): Tokens {
  return {
    accessToken: bounded(answer.access_token),
    refreshToken: answer.refresh_token === undefined ? null : bounded(answer.refresh_token),
    idToken,
    expiresIn: lifetime(answer.expires_in),
    scope: answer.scope ?? '',
  };
}

function lifetime(seconds = 3600): number {
  return Math.min(seconds, 86_400);
}

// Microsoft's have 2 to 4 KB; what is no token must not go on into a line of SMTP, nor into the store.
function bounded(token: string): Confidential {
  if (token.length > mostToken || /[^\x21-\x7e]/.test(token)) throw new client.ClientError('not a token');
  return new Confidential(token);
}
