import type { Cloud } from '../../../contract/clouds.ts';
import { isTenantAlias } from '../../../contract/tenant-alias.ts';
import type { Found } from './found.ts';
import { guid, isDomain, isGuid } from './ids.ts';

// The tenant is the first part of the path at these. The issuer of tokens has the same name in several clouds.
const authorities: Record<string, Cloud | null> = {
  'login.microsoftonline.com': 'global',
  'login.microsoft.com': 'global',
  'login.windows.net': 'global',
  'sts.windows.net': null,
  'login.microsoftonline.us': 'us-gov-high',
  'login.partner.microsoftonline.cn': 'china',
  'login.chinacloudapi.cn': 'china',
  'sts.chinacloudapi.cn': 'china',
};
const portals: Record<string, Cloud> = {
  'entra.microsoft.com': 'global',
  'portal.azure.com': 'global',
  'aad.portal.azure.com': 'global',
  'entra.microsoft.us': 'us-gov-high',
  'portal.azure.us': 'us-gov-high',
  'entra.microsoftonline.cn': 'china',
  'portal.azure.cn': 'china',
};
const address = /^(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+)?([/?#]\S*)/i;
const applicationInPath = new RegExp(`(?:appId|applicationId|client_?id)[/=](${guid})`, 'i');
const tenantInPath = new RegExp(`(?<![a-z])(?:tenantId|tid)[/=](${guid})|[#/]@([a-z0-9.-]+)`, 'i');

/** What addresses of Microsoft's sign-in and portals name: application, tenant, cloud. */
export function readWebAddress(text: string): Found {
  const found: Found = {};
  for (const part of text.split(/(?=https?:\/\/)|[\s"'<>]+/)) {
    const [, host = '', rest = ''] = address.exec(part) ?? [];
    const name = host.toLowerCase();
    const isAuthority = Object.hasOwn(authorities, name);
    if (!isAuthority && !Object.hasOwn(portals, name)) continue;
    const path = decoded(rest);
    const cloud = isAuthority ? authorities[name] : portals[name];
    const applicationId = applicationInPath.exec(path)?.[1];
    const tenantId = tenantOf(path, isAuthority);
    if (cloud) found.cloud ??= cloud;
    if (applicationId) found.applicationId ??= applicationId;
    if (tenantId) found.tenantId ??= tenantId;
  }
  return found;
}

function tenantOf(path: string, isAuthority: boolean): string | undefined {
  const [, first = ''] = /^\/([^/?#]+)/.exec(path) ?? [];
  if (isGuid(first) || (isAuthority && (isDomain(first) || isTenantAlias(first)))) return first;
  const [, id, domain = ''] = tenantInPath.exec(path) ?? [];
  return id ?? (isDomain(domain) ? domain : undefined);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
