// Whoever reads along must not learn what fails; in a company's own network there is nobody who does not belong there.
const privateAddress = /^(?:10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|\[f[cd][0-9a-f]{2}:[0-9a-f:]*\])$/;
const secretForm = /^(?:whsec_)?((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/;
const bytes = { least: 24, most: 64 };

/** What is wrong with the address of a webhook, as a field's code; null where nothing is. https, or http to an address of a private network (RFC 1918, RFC 4193), not to a name, which may lead anywhere. */
export function webhookFault(url: string): string | null {
  const place = URL.canParse(url) ? new URL(url) : null;
  if (!place || !/^https?:$/.test(place.protocol) || place.hostname === '') return 'web-address';
  if (place.username || place.password) return 'address-credentials';
  if (place.hash) return 'address-fragment';
  return place.protocol === 'http:' && !privateAddress.test(place.hostname) ? 'webhook-not-https' : null;
}

/** Where a webhook's signature may go: scheme, host and port of its address; empty where it is none. */
export function webhookOrigin(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}

/** What is wrong with a signing secret, as a field's code; null where nothing is: base64 of 24 to 64 bytes, with `whsec_` in front or without. */
export function signingSecretFault(secret: string): 'signing-secret' | null {
  if (secret === '') return null;
  const [, base64 = ''] = secretForm.exec(secret.trim()) ?? [];
  const length = Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
  return length >= bytes.least && length <= bytes.most ? null : 'signing-secret';
}
