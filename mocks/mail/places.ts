import { isMicrosoftMailHost } from '../../contract/clouds.ts';
import type { FailureReason } from '../../server/ports.ts';

/** A mail server of a company's own: takes mail without a sign-in at port 25 and 587, and speaks TLS from the first byte at 465. */
export const relayHost = 'relay.contoso.com';

/** Whose certificate is presented by mistake in a scenario. */
export const otherName = 'mail.fabrikam.example';

export type Place = { kind: 'exchange' | 'relay'; encryption: 'starttls' | 'tls' };

/** Which played mail server is at this host and port; any other place does not exist. */
export function findPlace(host: string, port: number): Place | { reason: FailureReason; code: string } {
  const isExchange = isMicrosoftMailHost(host);
  if (!isExchange && host.toLowerCase() !== relayHost) return { reason: 'host-not-found', code: 'ENOTFOUND' };
  if (port === 587 || port === 25) return { kind: isExchange ? 'exchange' : 'relay', encryption: 'starttls' };
  if (port === 465 && !isExchange) return { kind: 'relay', encryption: 'tls' };
  return { reason: 'refused', code: 'ECONNREFUSED' };
}
