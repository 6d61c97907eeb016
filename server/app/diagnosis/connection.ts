import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import type { ConnectionFailure, FailureReason, TlsFacts } from '../../ports.ts';

const codes: Record<FailureReason, string> = {
  'host-not-found': 'host-not-found',
  'refused': 'connection-refused',
  'unreachable': 'unreachable',
  'timeout': 'connection-timeout',
  'forbidden-address': 'forbidden-address',
  'closed': 'connection-closed',
  'tls': 'tls-failed',
  'no-starttls': 'no-starttls',
  'protocol': 'not-a-mail-server',
};

/** The diagnosis of a connection that did not come about or broke. */
export function diagnoseConnection(failure: ConnectionFailure, { host, port }: { host: string; port: number }): StoredDiagnosis {
  const code = failure.reason === 'tls' ? (certificateCode(failure.code) ?? 'tls-failed') : codes[failure.reason];
  const unknown = { issuer: '?', subject: '?', validTo: '?' };
  return { code, params: { host, port, detail: failure.code ?? failure.reason, ...(code.startsWith('certificate') && unknown) }, ...(failure.code && { raw: failure.code }) };
}

/** The diagnosis of a certificate that does not hold, or null when it does. */
export function diagnoseCertificate(facts: TlsFacts, { host, port }: { host: string; port: number }): StoredDiagnosis | null {
  if (facts.error === null) return null;
  const { subject, issuer, validTo, error } = facts;
  return { code: certificateCode(error) ?? 'tls-failed', params: { host, port, subject, issuer, validTo: validTo.slice(0, 10), detail: error }, raw: error };
}

// OpenSSL's words, as Node hands them on.
function certificateCode(error: string | null): string | null {
  switch (error) {
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return 'certificate-expired';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
      return 'certificate-other-name';
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'CERT_UNTRUSTED':
    case 'CERT_SIGNATURE_FAILURE':
      return 'certificate-not-trusted';
    default:
      return null;
  }
}
