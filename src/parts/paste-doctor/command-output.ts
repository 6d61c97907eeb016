import type { Found } from './found.ts';
import { isDomain, isGuid } from './ids.ts';

const names: [keyof Found, RegExp][] = [
  ['applicationId', /(?:app|application|client)_?id$/i],
  ['tenantId', /(?:tenant|directory)(?:_?id)?$/i],
  ['clientSecret', /(?:password|client_?secret|secret_?text)$/i],
  ['clientSecretExpiresAt', /end_?date(?:_?time)?$/i],
];
const pair = /(?<![a-z_])([a-z][a-z_]{3,40})["']?\s{0,20}[:=]\s{0,20}["']?([^\s"',;&}]+)/gi;

/** The values of JSON, of variables for the environment, or of what PowerShell prints: each with its name before it. */
export function readCommandOutput(text: string): Found {
  const found: Found = {};
  for (const [, name = '', value = ''] of text.matchAll(pair)) {
    const key = names.find(([, pattern]) => pattern.test(name))?.[0];
    if (key === 'applicationId' && isGuid(value)) found.applicationId ??= value;
    if (key === 'tenantId' && (isGuid(value) || isDomain(value))) found.tenantId ??= value;
    if (key === 'clientSecret' && value.length >= 16 && !isGuid(value) && !/[*•●]{3}/.test(value)) found.clientSecret ??= value;
    if (key === 'clientSecretExpiresAt' && /^20\d\d-\d\d-\d\d/.test(value)) found.clientSecretExpiresAt ??= value.slice(0, 10);
  }
  // A date alone is none of a secret.
  if (!found.clientSecret) delete found.clientSecretExpiresAt;
  return found;
}
