import { isMicrosoftHost } from '../../../contract/clouds.ts';
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
  'no-sign-in': 'password-not-offered',
  'proxy': 'proxy-refused',
  'protocol': 'not-a-mail-server',
};

/** The diagnosis of a connection that did not come about or broke. */
export function diagnoseConnection(failure: ConnectionFailure, { host, port }: { host: string; port: number }): StoredDiagnosis {
  const code = codeOf(failure);
  const unknown = { issuer: '?', subject: '?', validTo: '?' };
  return { code, params: { host, port, detail: failure.code ?? failure.reason, ...(code.startsWith('certificate') && unknown) }, ...(failure.code && failure.code !== 'DATA' && { raw: failure.code }) };
}

function codeOf({ reason, code }: ConnectionFailure): string {
  if (code === 'DATA') return 'mail-cut-in-data';
  if (reason === 'tls') return certificateCode(code) ?? 'tls-failed';
  if (reason === 'no-sign-in' && code === 'XOAUTH2') return 'xoauth2-not-offered';
  if (reason === 'proxy' && code === '407') return 'proxy-credentials';
  if (reason === 'proxy' && !/^\d+$/.test(code ?? '')) return 'proxy-not-reached';
  return codes[reason];
}

/** The diagnosis of a certificate that does not hold, or null when it does. */
export function diagnoseCertificate(facts: TlsFacts, { host, port }: { host: string; port: number }): StoredDiagnosis | null {
  if (facts.error === null) return null;
  const { subject, issuer, validTo, error } = facts;
  const found = certificateCode(error) ?? 'tls-failed';
  // Microsoft's own certificates come from public authorities: another issuer is somebody in between.
  const code = found === 'certificate-not-trusted' && isMicrosoftHost(host) ? 'connection-intercepted' : found;
  return { code, params: { host, port, subject, issuer, validTo: validTo.slice(0, 10), detail: error }, raw: error };
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
