import { clouds, isMicrosoftMailHost } from '../../contract/clouds.ts';
import type { FailureReason } from '../../server/ports.ts';
import type { CertificateFault } from '../scenarios/scenario.ts';
import { serviceAt, type Service } from '../microsoft/hosts.ts';

/** A mail server of a company's own: takes mail without a sign-in at port 25 and 587, and speaks TLS from the first byte at 465; has mailboxes by POP3. */
export const relayHost = 'relay.contoso.com';

/** Another one, for notices: it takes them where the first has failed. At port 25 and 587, and with TLS from the first byte at 465. */
export const secondHost = 'alerts.contoso.com';

/** Whose certificate is presented by mistake in a scenario. */
export const otherName = 'mail.fabrikam.example';

/** OpenSSL's words for a faulty certificate, as Node hands them on. */
export const certificateWords = { 'not-trusted': 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'other-name': 'ERR_TLS_CERT_ALTNAME_INVALID', 'expired': 'CERT_HAS_EXPIRED' } as const;

export interface MailPlace {
  kind: 'exchange' | 'relay' | 'second';
  encryption: 'starttls' | 'tls';
  /** SMTP where nothing is said. */
  protocol?: 'pop3';
}

export type Place = MailPlace | { kind: 'web'; service: Service };

const ownKinds: ReadonlyMap<string, 'relay' | 'second'> = new Map([[relayHost, 'relay'], [secondHost, 'second']]);
// The machine itself, and what is of no network.
const forbidden = /^(?:localhost$|127\.|0\.|169\.254\.|\[?(?:::1?|fe80:.*)\]?$)/;
const pop3Hosts = new Set(Object.values(clouds).map(({ exchangeHost }) => exchangeHost));

/** What is played at this host and port; any other place does not exist. */
export function findPlace(host: string, port: number): Place | { reason: FailureReason; code: string | null } {
  const name = host.toLowerCase();
  if (forbidden.test(name)) return { reason: 'forbidden-address', code: null };
  const service = serviceAt(name);
  if (service && port === 443) return { kind: 'web', service };
  const kind = isMicrosoftMailHost(name) ? 'exchange' : (ownKinds.get(name) ?? null);
  if (!kind && !service) return { reason: 'host-not-found', code: 'ENOTFOUND' };
  if (kind && (port === 587 || port === 25)) return { kind, encryption: 'starttls' };
  if (kind && kind !== 'exchange' && port === 465) return { kind, encryption: 'tls' };
  if ((kind === 'relay' || pop3Hosts.has(name)) && (port === 995 || port === 110)) return { kind: kind ?? 'exchange', encryption: port === 995 ? 'tls' : 'starttls', protocol: 'pop3' };
  return { reason: 'refused', code: 'ECONNREFUSED' };
}

/** Does this certificate of a scenario's stand at this place? */
export function isFaulty(place: Place, certificate: CertificateFault): boolean {
  if (certificate.at === 'on-premises') return place.kind === 'web' && place.service === 'on-premises';
  return place.kind === 'exchange' && (certificate.at !== 'pop3' || place.protocol === 'pop3');
}

/** Where a connection to this place goes, as a scenario's `connection` has it; null where none breaks. */
export function connectionTo(place: Place): 'identity' | 'mail' | 'exchange' | null {
  if (place.kind === 'second' || (place.kind === 'web' && place.service === 'webhook')) return null;
  if (place.kind !== 'web') return 'mail';
  return place.service === 'identity' ? 'identity' : 'exchange';
}
