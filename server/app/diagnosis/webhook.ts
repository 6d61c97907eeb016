import type { StoredDiagnosis } from '../../../contract/diagnosis.ts';
import { inPlace, statusCode, unknownCode } from '../../../contract/explanations/lookup.ts';
import type { DiagnosisCode } from '../../../contract/explanations/table.ts';
import type { ConnectionFailure } from '../../ports.ts';
import { diagnoseConnection } from './connection.ts';

/** The diagnosis of a connection to a webhook that did not come about or broke. */
export function diagnoseWebhook(failure: ConnectionFailure, url: string, limitSeconds: number): StoredDiagnosis {
  // Whether the connection did not come about or came and then nothing more: the system's word ETIMEDOUT tells.
  if (failure.reason === 'timeout' && failure.code !== 'ETIMEDOUT') return webhookSilent(url, limitSeconds);
  const found = diagnoseConnection(failure, placeOf(url));
  // What is not HTTP, and what is far too much of it.
  const code = failure.reason === 'protocol' ? 'not-a-mail-server' : (found.code as DiagnosisCode);
  return { ...found, code: inPlace(code, 'webhook') };
}

/** The diagnosis of a webhook that has not answered in time. */
export function webhookSilent(url: string, seconds: number): StoredDiagnosis {
  return { code: inPlace('connection-timeout', 'webhook-after-connecting'), params: { ...placeOf(url), seconds } };
}

/** The diagnosis of a webhook's answer that is none of 200 to 299. */
export function diagnoseWebhookStatus(url: string, status: number): StoredDiagnosis {
  return { code: statusCode('webhook', status) ?? unknownCode('webhook'), params: { ...placeOf(url), status }, raw: `HTTP ${status}` };
}

function placeOf(url: string): { host: string; port: number } {
  const { hostname, port, protocol } = new URL(url);
  return { host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443) };
}
