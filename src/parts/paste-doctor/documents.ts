import { clouds } from '../../../contract/clouds.ts';
import { isTenantAlias } from '../../../contract/tenant-alias.ts';
import { readable } from './characters.ts';
import { readCommandOutput } from './command-output.ts';
import type { DoctorField, DoctorValues, Finding } from './finding.ts';
import type { Found } from './found.ts';
import { readPortalPage } from './portal-page.ts';
import { readWebAddress } from './web-address.ts';

// What is labelled is trusted first. The parameters of an address are no output of a command.
const withoutAddresses = (text: string) => text.replaceAll(/https?:\/\/[^\s"'<>]+/g, ' ');
const readers = [
  ['command-output', (text: string) => readCommandOutput(withoutAddresses(text))],
  ['portal-page', (text: string) => readPortalPage(withoutAddresses(text))],
  ['web-address', readWebAddress],
] as const;

/** A whole page, address or output in place of one value: every value in it goes to its field. */
export function examineDocument(field: DoctorField, text: string, values: DoctorValues): Finding | null {
  const plain = readable(text);
  const all = readers.map(([kind, read]) => ({ kind, found: usable(read(plain), values) })).filter(({ found }) => found.applicationId ?? found.tenantId ?? found.clientSecret);
  const [first] = all;
  if (!first) return null;
  const found: Found = Object.assign({}, ...all.map((one) => one.found).reverse());
  return { kind: first.kind, params: {}, fixes: [{ kind: 'fill-in', params: {}, changes: { [field]: '', ...found } }] };
}

// A cloud that has the same sign-in as the chosen one says nothing new; an alias is no reason to forget a tenant.
function usable({ cloud, ...found }: Found, values: DoctorValues): Found {
  if (found.tenantId && isTenantAlias(found.tenantId) && (values.tenantId.trim() !== '' || values.authMethod === 'microsoft-oauth-application')) delete found.tenantId;
  return cloud && clouds[cloud].authority !== clouds[values.cloud].authority ? { ...found, cloud } : found;
}
