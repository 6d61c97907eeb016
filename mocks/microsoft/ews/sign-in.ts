import type { HonoRequest } from 'hono';
import { clouds } from '../../../contract/clouds.ts';
import { readBearer } from '../bearer.ts';
import { onPremisesHost } from '../hosts.ts';
import { addressOf } from '../mailboxes.ts';
import type { PlayedMicrosoft } from '../state.ts';

/** Who asks: `address` is the own mailbox of whoever has one. `tenantGuid` is null at a company's own server. */
interface Caller {
  address: string | null;
  tenantGuid: string | null;
}

interface Refused {
  status: 401;
  headers: readonly (readonly [string, string])[];
}

const wrongPassword = 'wrong';
const faults = {
  'unknown': '2000000;reason="The token has an invalid signature.";error_category="invalid_signature"',
  'expired': '2000002;reason="The token has expired.";error_category="token_expired"',
  'other-audience': `2000003;reason="The audience claim value is invalid 'aud'.";error_category="invalid_resource"`,
  'no-permissions': '2000008;reason="The token contains no permissions, or permissions can not be understood.";error_category="invalid_grant"',
  'other-permissions': '2000008;reason="The token contains not enough scope to make this call.";error_category="invalid_grant"',
} as const;

/** Who asks Exchange Web Services, or how he is refused. Exchange Online takes tokens, a company's own server names and passwords. */
export async function signIn(microsoft: PlayedMicrosoft, by: 'exchange' | 'on-premises', request: HonoRequest, now: number): Promise<Caller | Refused> {
  const header = request.header('Authorization');
  if (by === 'on-premises') return byPassword(header, (await microsoft.scenario()).exchange?.windowsSignInOnly ?? false);
  const { origin, hostname } = new URL(request.url);
  const authority = Object.values(clouds).find(({ exchangeHost }) => exchangeHost === hostname)?.authority ?? clouds.global.authority;
  const grant = await readBearer(microsoft, header, origin, now);
  if (grant === 'missing') return refused(authority);
  if (typeof grant === 'string') return refused(authority, grant);
  if (!('roles' in grant)) return refused(authority, 'other-permissions');
  if (grant.roles.includes('full_access_as_app')) return { address: null, tenantGuid: grant.tenantGuid };
  return refused(authority, grant.roles.length === 0 ? 'no-permissions' : 'other-permissions');
}

function refused(authority: string, fault?: keyof typeof faults): Refused {
  const challenge =
    'Bearer client_id="00000002-0000-0ff1-ce00-000000000000", trusted_issuers="00000001-0000-0000-c000-000000000000@*", ' +
    `token_types="app_asserted_user_v1 service_asserted_app_v1", authorization_uri="${authority}/common/oauth2/authorize"`;
  return { status: 401, headers: [['WWW-Authenticate', fault ? `${challenge}, error="invalid_token"` : challenge], ...(fault ? ([['x-ms-diagnostics', faults[fault]]] as const) : [])] };
}

function byPassword(header: string | undefined, windowsOnly: boolean): Caller | Refused {
  const [, credentials] = /^Basic +([\w+/=]+)$/i.exec(header ?? '') ?? [];
  const [, username = '', password = ''] = /^([^:]*):([\s\S]*)$/.exec(credentials ? decoded(credentials) : '') ?? [];
  if (!windowsOnly && username !== '' && password !== '' && password !== wrongPassword) return { address: addressOf(username), tenantGuid: null };
  const offered = ['Negotiate', 'NTLM', ...(windowsOnly ? [] : [`Basic realm="${onPremisesHost}"`])];
  return { status: 401, headers: offered.map((method) => ['WWW-Authenticate', method] as const) };
}

function decoded(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
}
