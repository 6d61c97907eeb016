import { clouds, openIdScopes, type Cloud } from '../../../contract/clouds.ts';
import type { Config } from '../../config.ts';
import type { SignInTarget } from '../../store.ts';

/** Where the identity endpoints of a target are: authority, v2.0 endpoints of its tenant (spec of Microsoft identity platform), scopes. */
export function endpoints(config: Config, { cloud, tenantId }: SignInTarget) {
  const data = clouds[cloud as Cloud];
  const authority = cloud === 'global' && config.authority !== null ? config.authority : data.authority;
  const tenant = `${authority}/${encodeURIComponent(tenantId)}`;
  const { hostname, port, protocol } = new URL(authority);
  return {
    authority,
    /** The authority that tokens name as issuer, whatever address it is reached by. */
    issuer: data.authority,
    deviceCode: `${tenant}/oauth2/v2.0/devicecode`,
    token: `${tenant}/oauth2/v2.0/token`,
    discovery: `${tenant}/v2.0/.well-known/openid-configuration`,
    host: hostname,
    port: Number(port) || (protocol === 'http:' ? 80 : 443),
    encrypted: protocol === 'https:',
    scope: [data.smtpScope, ...openIdScopes].join(' '),
  };
}
