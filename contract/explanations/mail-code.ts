import type { AuthMethod } from '../email-forwarding.ts';
import { inPlace, replyCode, unknownCode } from './lookup.ts';
import type { DiagnosisCode } from './table.ts';
import { unwrapReply } from './unwrap-reply.ts';

/** The explanation's code for a server's reply to `command`, asked in this way. A reply that wraps another one, as a relay hands on Microsoft's, means the inner one; one that is not known gets no cause. */
export function mailCode(command: string, reply: string, authMethod: AuthMethod): DiagnosisCode {
  const inner = unwrapReply(reply);
  if (command === 'CONNECT' || command === 'EHLO') return (inner.startsWith('4') && replyCode('smtp', inner)) || unknownCode('smtp-greeting');
  const found = replyCode('smtp', inner);
  if (!found) return unknownCode(command === 'RCPT TO' ? 'smtp-recipient' : inner.startsWith('535') ? 'smtp-sign-in' : 'smtp');
  // Our password was refused only where one was sent, and where the server speaks for itself.
  const ofOurPassword = authMethod === 'basic' && reply.startsWith(inner);
  if (found === 'password-refused' && !ofOurPassword) return unknownCode('smtp-sign-in');
  if (authMethod === 'microsoft-oauth-application') return inPlace(found, 'application');
  return ofOurPassword ? inPlace(found, 'password') : found;
}
