import { isMicrosoftHost } from '../../../contract/clouds.ts';
import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import { failureCode, inPlace, networkCode, unknownCode } from '../../../contract/explanations/lookup.ts';
import type { DiagnosisCode } from '../../../contract/explanations/table.ts';
import type { ConnectionFailure, TlsFacts } from '../../ports.ts';

/** The diagnosis of a connection that did not come about or broke. */
export function diagnoseConnection(failure: ConnectionFailure, { host, port }: { host: string; port: number }): StoredDiagnosis {
  const code = codeOf(failure);
  const unknown = { issuer: '?', subject: '?', validTo: '?' };
  return { code, params: { host, port, detail: failure.code ?? failure.reason, ...(code.startsWith('certificate') && unknown) }, ...(failure.code && failure.code !== 'DATA' && { raw: failure.code }) };
}

function codeOf({ reason, code }: ConnectionFailure): DiagnosisCode {
  const named = code === null ? null : networkCode(code);
  if (reason === 'tls' && named?.startsWith('certificate')) return named;
  if (reason === 'proxy' && code !== '407' && /^\d+$/.test(code ?? '')) return failureCode(reason, 'status') ?? unknownCode('network');
  return failureCode(reason, code) ?? unknownCode('network');
}

/** The diagnosis of a certificate that does not hold, or null when it does. */
export function diagnoseCertificate(facts: TlsFacts, { host, port }: { host: string; port: number }): StoredDiagnosis | null {
  if (facts.error === null) return null;
  const { subject, issuer, validTo, error } = facts;
  const found = networkCode(error) ?? 'tls-failed';
  // Microsoft's own certificates come from public authorities: another issuer is somebody in between.
  const code = isMicrosoftHost(host) ? inPlace(found, 'microsoft') : found;
  return { code, params: { host, port, subject, issuer, validTo: validTo.slice(0, 10), detail: error }, raw: error };
}
