import { guidOf } from './random.ts';

// Every domain of Contoso: contoso.com, contoso.onmicrosoft.com, contoso.de …
const contoso = /^contoso\.[a-z.]+$/;

export type MailboxState = 'there' | 'unknown' | 'out-of-scope';

/** Is there a mailbox at this address, and may an application of this tenant read it? Every address of a domain of Contoso or of the tenant's own domain is one, but those that begin with `nobody`; those that begin with `outside` are outside the application's scope. `tenantGuid` is null at the company's own server. */
export async function mailboxState(address: string, tenantGuid: string | null): Promise<MailboxState> {
  const [, user = '', domain = ''] = /^([^@\s]+)@([^@\s]+)$/.exec(address.toLowerCase()) ?? [];
  const isOurs = contoso.test(domain) || (tenantGuid !== null && domain !== '' && (await guidOf(domain)) === tenantGuid);
  if (!isOurs || user.startsWith('nobody')) return 'unknown';
  return user.startsWith('outside') ? 'out-of-scope' : 'there';
}

/** The address of whoever signs in by name: `anna@contoso.com`, or `CONTOSO\anna`. */
export function addressOf(username: string): string {
  return username.includes('@') ? username : `${username.slice(username.lastIndexOf('\\') + 1)}@contoso.com`;
}

/** Does its owner speak German? Then the address is like `anna.de@contoso.com`. */
export function isGerman(address: string): boolean {
  return /\.de@/i.test(address);
}
