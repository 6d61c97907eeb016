import { guidOf } from './random.ts';

const personal = '9188040d-6c67-4c5b-b112-36a304b66dad';
const guidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
// An application, and so no tenant: whoever enters it as one has swapped the two.
const knownApplication = '2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4';
const aliases = new Set(['common', 'organizations']);

/** What the issuer of this tenant carries: its GUID, `{tenantid}` for an alias, null where Microsoft does not know it. Unknown are the GUID of zeros, that of an application, and names under `.invalid`. */
export async function tenantGuid(tenant: string): Promise<string | null> {
  const name = tenant.toLowerCase();
  if (aliases.has(name)) return '{tenantid}';
  if (name === 'consumers') return personal;
  if (guidPattern.test(name)) return name === knownApplication || /^[0-]+$/.test(name) ? null : name;
  return name.endsWith('.invalid') ? null : guidOf(name);
}

/** The tenant that an account belongs to when it signs in at `tenant`. */
export async function homeTenant(tenant: string, account: string): Promise<string> {
  const guid = await tenantGuid(tenant);
  return guid && guid !== '{tenantid}' ? guid : guidOf(account.slice(account.indexOf('@') + 1).toLowerCase());
}

interface NationalCloud {
  /** How its tenants' first domains end; null where that tells nothing. */
  domain: RegExp | null;
  authority: string;
  instance: string;
  region: string;
  graph: string;
  oldGraph: string;
}

const global: NationalCloud = { domain: null, authority: 'https://login.microsoftonline.com', instance: 'microsoftonline.com', region: 'WW', graph: 'graph.microsoft.com', oldGraph: 'graph.windows.net' };
const national: readonly NationalCloud[] = [
  { domain: /\.onmicrosoft\.us$/, authority: 'https://login.microsoftonline.us', instance: 'microsoftonline.us', region: 'USGov', graph: 'graph.microsoft.us', oldGraph: 'graph.microsoftazure.us' },
  {
    domain: /\.(?:onmicrosoft|onmschina)\.cn$/,
    authority: 'https://login.partner.microsoftonline.cn',
    instance: 'partner.microsoftonline.cn',
    region: 'CN',
    graph: 'microsoftgraph.chinacloudapi.cn',
    oldGraph: 'graph.chinacloudapi.cn',
  },
];

/** Is this tenant at home in another cloud than the one that is asked? Only the domains of the national clouds tell. */
export function isElsewhere(tenant: string, origin: string): boolean {
  const home = homeCloud(tenant);
  return home !== undefined && home.authority !== origin;
}

function homeCloud(tenant: string): NationalCloud | undefined {
  return national.find(({ domain }) => domain?.test(tenant.toLowerCase()));
}

/** The document at `/v2.0/.well-known/openid-configuration`. */
export function openIdConfiguration(origin: string, tenant: string, guid: string): Record<string, unknown> {
  const inPath = guid === '{tenantid}' ? tenant : guid;
  const cloud = homeCloud(tenant) ?? national.find(({ authority }) => authority === origin) ?? global;
  return {
    token_endpoint: `${origin}/${inPath}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${origin}/${inPath}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `${origin}/${guid}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: `https://${cloud.graph}/oidc/userinfo`,
    authorization_endpoint: `${origin}/${inPath}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${origin}/${inPath}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${origin}/${inPath}/oauth2/v2.0/logout`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'name', 'preferred_username', 'oid', 'tid', 'ver', 'email'],
    tenant_region_scope: cloud.region,
    cloud_instance_name: cloud.instance,
    cloud_graph_host_name: cloud.oldGraph,
    msgraph_host: cloud.graph,
  };
}
