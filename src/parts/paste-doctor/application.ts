import { isTenantAlias } from '../../../contract/tenant-alias.ts';
import { clear, enter, type DoctorField, type DoctorValues, type Finding } from './finding.ts';
import { guidIn, isAddress, isDomain, isGuid } from './ids.ts';
import { otherIdIn } from './portal-page.ts';

const microsoftIds: Record<string, string> = {
  '00000003-0000-0000-c000-000000000000': 'Microsoft Graph',
  '00000002-0000-0ff1-ce00-000000000000': 'Office 365 Exchange Online',
};
const placeholder = /^[<{[][\p{L}\s_-]+[>}\]]$|^(?:[x0]{8}-(?:[x0]{4}-){3}[x0]{12})$|^x{4,}$|^your[-_ ]/iu;

/** Something that stands for a value in an example. */
export function examinePlaceholder(field: DoctorField, text: string): Finding | null {
  return placeholder.test(text.trim()) ? { kind: 'placeholder', params: {}, fixes: [clear(field)] } : null;
}

/** An id with something around it, or the id of something else. */
export function examineAround(field: 'applicationId' | 'tenantId', text: string): Finding | null {
  if (isGuid(text)) return null;
  const name = otherIdIn(text);
  if (name) return { kind: 'other-id', params: { name }, fixes: [clear(field)] };
  const id = /[*•●]{3}/.test(text) ? null : guidIn(text);
  return id ? { kind: 'decorated', params: {}, fixes: [enter(field, id)] } : null;
}

/** What stands in Application ID and is none. */
export function examineApplication(given: string, values: DoctorValues): Finding | null {
  const text = given.trim();
  const tenant = values.tenantId.trim();
  const name = microsoftIds[text.toLowerCase()];
  if (name) return { kind: 'microsoft-id', params: { name }, fixes: [clear('applicationId')] };
  if (isAddress(text)) {
    const address = values.emailAddress.trim();
    if (address !== '' && address.toLowerCase() !== text.toLowerCase()) return { kind: 'address-in-application', params: {}, fixes: [clear('applicationId')] };
    return { kind: 'address-in-application', params: {}, fixes: [{ kind: 'move', params: { field: 'emailAddress' }, changes: { applicationId: '', emailAddress: text } }] };
  }
  if (isDomain(text) || isTenantAlias(text)) {
    if (isGuid(tenant)) return { kind: 'swapped', params: {}, fixes: [{ kind: 'swap', params: {}, changes: { applicationId: tenant, tenantId: text } }] };
    if (tenant !== '') return { kind: 'tenant-in-application', params: {}, fixes: [clear('applicationId')] };
    return { kind: 'tenant-in-application', params: {}, fixes: [{ kind: 'move', params: { field: 'tenantId' }, changes: { applicationId: '', tenantId: text } }] };
  }
  return examineAround('applicationId', text);
}
