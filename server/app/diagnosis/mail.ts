import type { StoredDiagnosis, Params } from '../../../contract/diagnosis.ts';
import { mailCode } from '../../../contract/explanations/mail.ts';
import { ConnectionFailure, MailRefusal } from '../../ports.ts';
import { diagnoseConnection } from './connection.ts';
import { oneLine } from './identity.ts';

/** The diagnosis of what a mail server refused or broke off, asked with a token or with a password; rethrows anything else. */
export function diagnoseMail(error: unknown, server: { host: string; port: number }, params: Params, withPassword: boolean): StoredDiagnosis {
  if (error instanceof ConnectionFailure) return diagnoseConnection(error, server);
  if (!(error instanceof MailRefusal)) throw error;
  return { code: mailCode(error.command, error.reply, withPassword), params: { ...params, host: server.host, command: error.command }, raw: oneLine(error.reply) };
}
