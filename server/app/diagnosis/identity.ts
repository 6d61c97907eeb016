import { ClientError, ResponseBodyError } from 'openid-client';
import type { StoredDiagnosis, Params } from '../../../contract/diagnosis.ts';
import { identityCode } from '../../../contract/explanations/identity-code.ts';
import { inPlace, statusCode, unknownCode } from '../../../contract/explanations/lookup.ts';
import { ConnectionFailure } from '../../ports.ts';
import { redactLine } from '../redaction/redact.ts';
import { diagnoseConnection } from './connection.ts';

/** What came of a request to an identity endpoint that did not succeed. */
export type IdentityFailure =
  | { kind: 'refused'; error: string; aadsts: number | null; status: number; raw: string }
  | { kind: 'unavailable'; status: number }
  | { kind: 'unreadable' }
  | { kind: 'connection'; failure: ConnectionFailure };

const policyCodes = new Set<string | null>(['device-code-blocked', 'device-code-session-blocked', 'blocked-by-policy', 'blocked-by-security-defaults', 'device-not-compliant']);
const passingErrors = new Set(['temporarily_unavailable', 'server_error']);
const passingCodes = new Set<string | null>(['too-many-requests', 'asked-too-often', 'identity-unavailable']);

/** Reads openid-client's error (RFC 6749 section 5.2, or none of it) as a value; rethrows what is no answer of the network. */
export function identityFailure(error: unknown): IdentityFailure {
  if (error instanceof ResponseBodyError) return refusal(error.status, error.cause);
  if (error instanceof ConnectionFailure) return { kind: 'connection', failure: error };
  if (!(error instanceof ClientError)) throw error;
  if (error.cause instanceof ConnectionFailure) return { kind: 'connection', failure: error.cause };
  if (error.code === 'OAUTH_TIMEOUT') return { kind: 'connection', failure: new ConnectionFailure('timeout') };
  if (error.cause instanceof Response && (error.cause.status >= 500 || error.cause.status === 429)) return { kind: 'unavailable', status: error.cause.status };
  return { kind: 'unreadable' };
}

/** A refusal from its JSON body. Microsoft's number is in `error_codes`, and in the description. */
export function refusal(status: number, body: Record<string, unknown>): IdentityFailure {
  const error = typeof body['error'] === 'string' ? oneLine(body['error']) : 'unknown';
  const description = typeof body['error_description'] === 'string' ? body['error_description'] : '';
  const listed = Array.isArray(body['error_codes']) ? body['error_codes'].find((code) => typeof code === 'number') : undefined;
  const aadsts = listed ?? Number(/AADSTS(\d{4,8})/.exec(description)?.[1] ?? Number.NaN);
  return { kind: 'refused', error, aadsts: Number.isFinite(aadsts) ? aadsts : null, status, raw: oneLine(`${error}: ${description}`) };
}

/** May the same request succeed a little later without anybody's doing? */
export function isPassing(failure: IdentityFailure): boolean {
  if (failure.kind !== 'refused') return true;
  return passingErrors.has(failure.error) || passingCodes.has(codeOf(failure)) || failure.status >= 500 || failure.status === 429;
}

/** Does a policy of the tenant forbid this way of signing in? */
export function isBlocked(failure: IdentityFailure): boolean {
  return failure.kind === 'refused' && policyCodes.has(codeOf(failure));
}

/** The diagnosis of a failure at the identity endpoint `host`; `params` are the settings that its sentences name. */
export function diagnoseIdentity(failure: IdentityFailure, host: string, params: Params): StoredDiagnosis {
  switch (failure.kind) {
    case 'connection':
      return diagnoseIdentityConnection(failure.failure, host, params);
    case 'unavailable':
      return { code: statusCode('identity', failure.status) ?? unknownCode('identity'), params: { ...params, host }, raw: `HTTP ${failure.status}` };
    case 'unreadable':
      return { code: inPlace('not-a-mail-server', 'identity'), params: { ...params, host } };
    case 'refused': {
      const code = codeOf(failure) ?? statusCode('identity', failure.status) ?? unknownCode('identity');
      return { code, params: { ...params, host, error: failure.error }, raw: failure.raw };
    }
  }
}

// Whether the connection did not come about or came and then nothing more: the system's word ETIMEDOUT tells.
function diagnoseIdentityConnection(failure: ConnectionFailure, host: string, params: Params): StoredDiagnosis {
  if (failure.reason === 'timeout' && failure.code !== 'ETIMEDOUT') return { code: inPlace('connection-timeout', 'identity-after-connecting'), params: { ...params, host } };
  if (failure.reason === 'protocol') return { code: inPlace('not-a-mail-server', 'identity'), params: { ...params, host }, ...(failure.code && { raw: failure.code }) };
  return diagnoseConnection(failure, { host, port: 443 });
}

function codeOf({ aadsts, error }: { aadsts: number | null; error: string }) {
  return identityCode(aadsts, error);
}

/** Text of others on one line, without control characters and what looks like a secret, 1,000 characters at most. */
export function oneLine(text: string): string {
  return redactLine(text).replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim().slice(0, 1000);
}
