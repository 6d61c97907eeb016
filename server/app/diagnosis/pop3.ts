import type { PilotAuthMethod } from '../../../contract/contact-center.ts';
import { isMicrosoftHost } from '../../../contract/clouds.ts';
import type { Params, StoredDiagnosis } from '../../../contract/diagnosis.ts';
import { pop3Code } from '../../../contract/explanations/pop3-code.ts';
import type { pop3Explanations } from '../../../contract/explanations/pop3.ts';
import { ConnectionFailure, MailRefusal } from '../../ports.ts';
import { diagnoseConnection } from './connection.ts';
import { oneLine } from './identity.ts';

/** The diagnosis of what a POP3 server refused or broke off when it was asked with this method; rethrows anything else. */
export function diagnosePop3(error: unknown, { host, port }: { host: string; port: number }, params: Params, authMethod: PilotAuthMethod): StoredDiagnosis {
  if (error instanceof ConnectionFailure) {
    const found = ofPop3(diagnoseConnection(error, { host, port }));
    return { ...found, code: connectionCode(error) ?? found.code, params: { ...params, ...found.params } };
  }
  if (!(error instanceof MailRefusal)) throw error;
  const found = pop3Code(error.command, error.reply, { authMethod, ofMicrosoft: isMicrosoftHost(host) });
  // Its script and the order of what to try name the object ID, which an opaque token does not tell.
  const code = found === 'pop3-app-refused' && params['objectId'] === undefined ? 'pop3-app-refused-opaque' : found;
  return { code, params: { ...params, host, port, command: error.command }, raw: oneLine(error.reply) };
}

/** What was found of a connection, in the words of POP3. */
export function ofPop3(found: StoredDiagnosis): StoredDiagnosis {
  return { ...found, code: connectionCodes[found.code] ?? found.code };
}

// Those whose words are about SMTP, and about fields that a pilot has under other names.
const connectionCodes: Readonly<Record<string, keyof typeof pop3Explanations>> = {
  'connection-refused': 'pop3-connection-refused',
  'forbidden-address': 'pop3-forbidden-address',
  'certificate-other-name': 'pop3-other-name',
  'tls-failed': 'pop3-tls-failed',
  'no-starttls': 'pop3-no-stls',
  'not-a-mail-server': 'not-a-pop3-server',
  'xoauth2-not-offered': 'pop3-xoauth2-not-offered',
  'password-not-offered': 'pop3-password-not-offered',
};

function connectionCode({ reason, code }: ConnectionFailure): keyof typeof pop3Explanations | null {
  if (reason === 'protocol' && code === 'TOO_LARGE') return 'pop3-answer-too-large';
  // Whether the connection did not come about or came and then nothing more: the system's word ETIMEDOUT tells.
  return reason === 'timeout' && code !== 'ETIMEDOUT' ? 'pop3-silent' : null;
}
