import type { PilotAuthMethod } from '../../../contract/contact-center.ts';
import { isMicrosoftHost } from '../../../contract/clouds.ts';
import type { Params, StoredDiagnosis } from '../../../contract/diagnosis.ts';
import { pop3Code } from '../../../contract/explanations/pop3-code.ts';
import { inPlace } from '../../../contract/explanations/lookup.ts';
import type { DiagnosisCode } from '../../../contract/explanations/table.ts';
import { ConnectionFailure, MailRefusal } from '../../ports.ts';
import { diagnoseConnection } from './connection.ts';
import { oneLine } from './identity.ts';

/** The diagnosis of what a POP3 server refused or broke off when it was asked with this method; rethrows anything else. */
export function diagnosePop3(error: unknown, { host, port }: { host: string; port: number }, params: Params, authMethod: PilotAuthMethod): StoredDiagnosis {
  if (error instanceof ConnectionFailure) {
    const found = ofPop3(diagnoseConnection(error, { host, port }));
    // Whether the connection did not come about or came and then nothing more: the system's word ETIMEDOUT tells.
    const isSilent = error.reason === 'timeout' && error.code !== 'ETIMEDOUT';
    return { code: isSilent ? inPlace('connection-timeout', 'pop3-after-connecting') : found.code, params: { ...params, ...found.params }, ...(found.raw && { raw: found.raw }) };
  }
  if (!(error instanceof MailRefusal)) throw error;
  const found = pop3Code(error.command, error.reply, { authMethod, ofMicrosoft: isMicrosoftHost(host) });
  // Its script and the order of what to try name the object ID, which an opaque token does not tell.
  const code = params['objectId'] === undefined ? inPlace(found, 'opaque-token') : found;
  return { code, params: { ...params, host, port, command: error.command }, raw: oneLine(error.reply) };
}

/** What was found of a connection, in the words of POP3. */
export function ofPop3(found: StoredDiagnosis): StoredDiagnosis {
  return { ...found, code: inPlace(found.code as DiagnosisCode, 'pop3') };
}
