import { clouds, type Cloud } from '../../../contract/clouds.ts';
import { isTenantAlias } from '../../../contract/tenant-alias.ts';
import { examineAround } from './application.ts';
import { clear, enter, type DoctorValues, type Finding, type Fix } from './finding.ts';
import { isAddress, isDomain, isGuid, isPersonal, ownDomain } from './ids.ts';

// The tenant of all personal accounts: learn.microsoft.com/entra/identity-platform/id-token-claims-reference.
const personalTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';
const endings: [RegExp, Cloud][] = [
  [/\.onmicrosoft\.us$/i, 'us-gov-high'],
  [/\.(?:partner\.onmschina|onmicrosoft)\.cn$/i, 'china'],
  [/\.onmicrosoft\.com$/i, 'global'],
];

/** What stands in Tenant ID and is none, or none for this cloud or method. */
export function examineTenant(given: string, values: DoctorValues): Finding | null {
  const text = given.trim();
  const { isApplication } = values;
  if (isAddress(text)) return addressInTenant(text, isApplication);
  if (isGuid(text) && text.toLowerCase() === values.applicationId.trim().toLowerCase()) return sameId(values);
  if (isApplication && (isTenantAlias(text) || text === personalTenant)) return { kind: 'alias', params: { alias: text }, fixes: domainOf(values.emailAddress) };
  if (text === personalTenant) return { kind: 'personal-tenant', params: {}, fixes: [enter('tenantId', 'consumers')] };
  const bare = text.replace(/^["'<({@]+|["'>)}]+$/g, '');
  if (bare !== text && (isDomain(bare) || isTenantAlias(bare))) return { kind: 'decorated', params: {}, fixes: [enter('tenantId', bare)] };
  return cloudOf(text, values.cloud) ?? examineAround('tenantId', text);
}

function addressInTenant(text: string, isApplication: boolean): Finding {
  const [domain] = domainOf(text);
  const fix = domain ?? (isPersonal(text) && !isApplication ? enter('tenantId', 'consumers') : clear('tenantId'));
  return { kind: 'address-in-tenant', params: {}, fixes: [fix] };
}

// Which of the two is wrong cannot be seen.
function sameId({ emailAddress }: DoctorValues): Finding {
  const empty = (field: 'applicationId' | 'tenantId'): Fix => ({ kind: 'clear-field', params: { field }, changes: { [field]: '' } });
  return { kind: 'same-id', params: {}, fixes: [...domainOf(emailAddress), empty('applicationId'), empty('tenantId')] };
}

function domainOf(address: string): Fix[] {
  const domain = ownDomain(address);
  return domain ? [enter('tenantId', domain)] : [];
}

function cloudOf(tenant: string, chosen: Cloud): Finding | null {
  const cloud = isDomain(tenant) ? endings.find(([pattern]) => pattern.test(tenant))?.[1] : undefined;
  if (!cloud || clouds[cloud].authority === clouds[chosen].authority) return null;
  return { kind: 'other-cloud', params: { cloud }, fixes: [{ kind: 'choose-cloud', params: { cloud }, changes: { cloud } }] };
}
