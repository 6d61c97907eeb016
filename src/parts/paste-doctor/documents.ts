import { clouds } from '../../../contract/clouds.ts';
import { isTenantAlias } from '../../../contract/tenant-alias.ts';
import { readable } from './characters.ts';
import { readCommandOutput } from './command-output.ts';
import { clear, type DoctorField, type DoctorValues, type Finding } from './finding.ts';
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
  const all = readers.map(([kind, read]) => ({ kind, found: read(plain) })).filter(({ found }) => found.applicationId ?? found.tenantId ?? found.clientSecret);
  const [first] = all;
  if (!first) return null;
  const found = usable(Object.assign({}, ...all.map((one) => one.found).reverse()), values);
  if (found.applicationId ?? found.tenantId ?? found.clientSecret) return { kind: first.kind, params: {}, fixes: [{ kind: 'fill-in', params: {}, changes: { [field]: '', ...found } }] };
  return { kind: 'secret-unwanted', params: {}, fixes: [clear(field)] };
}

// A cloud that has the same sign-in as the chosen one says nothing new; an alias is no reason to forget a tenant; only one method has a secret.
function usable({ cloud, clientSecret, clientSecretExpiresAt, ...found }: Found, values: DoctorValues): Found {
  const { isApplication } = values;
  if (found.tenantId && isTenantAlias(found.tenantId) && (values.tenantId.trim() !== '' || isApplication)) delete found.tenantId;
  return {
    ...found,
    ...(isApplication && clientSecret && { clientSecret }),
    ...(isApplication && clientSecretExpiresAt && { clientSecretExpiresAt }),
    ...(cloud && clouds[cloud].authority !== clouds[values.cloud].authority && { cloud }),
  };
}
