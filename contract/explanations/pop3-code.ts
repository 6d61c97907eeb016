import type { PilotAuthMethod } from '../contact-center.ts';
import { inPlace, replyCode, unknownCode } from './lookup.ts';
import type { DiagnosisCode } from './table.ts';

const ofSignIn = new Set<DiagnosisCode>(['pop3-app-refused', 'pop3-password-refused']);

/** The explanation's code for a POP3 server's reply to `command`, asked in this way; `ofMicrosoft` where the server is Exchange Online. A reply that is not known gets no cause. */
export function pop3Code(command: string, reply: string, { authMethod, ofMicrosoft }: { authMethod: PilotAuthMethod; ofMicrosoft: boolean }): DiagnosisCode {
  const found = replyCode('pop3', reply);
  if (found && !ofSignIn.has(found)) return found;
  if (command === 'CONNECT') return unknownCode('pop3-greeting');
  if (command !== 'AUTH') return unknownCode('pop3');
  if (!found) return unknownCode('pop3-sign-in');
  if (authMethod === 'oauth') return ofMicrosoft && found === 'pop3-app-refused' ? found : unknownCode('pop3-sign-in');
  const ofPassword = inPlace(found, 'password');
  return ofMicrosoft ? inPlace(ofPassword, 'microsoft') : ofPassword;
}
