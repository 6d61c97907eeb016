import type { StoredDiagnosis, Params } from '../../../contract/diagnosis.ts';
import type { AuthMethod } from '../../../contract/email-forwarding.ts';
import { inPlace } from '../../../contract/explanations/lookup.ts';
import { mailCode } from '../../../contract/explanations/mail-code.ts';
import { ConnectionFailure, MailRefusal } from '../../ports.ts';
import { diagnoseConnection } from './connection.ts';
import { oneLine } from './identity.ts';

/** The diagnosis of what a mail server refused or broke off when it was asked with this method; rethrows anything else. */
export function diagnoseMail(error: unknown, { host, port }: { host: string; port: number }, params: Params, authMethod: AuthMethod): StoredDiagnosis {
  if (error instanceof ConnectionFailure) return diagnoseConnection(error, { host, port });
  if (!(error instanceof MailRefusal)) throw error;
  const found = mailCode(error.command, error.reply, authMethod);
  // Its script names the object ID, which an opaque token does not tell.
  const code = params['objectId'] === undefined ? inPlace(found, 'opaque-token') : found;
  return { code, params: { ...params, host, command: error.command }, raw: oneLine(error.reply) };
}
