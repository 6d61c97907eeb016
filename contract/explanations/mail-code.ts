import type { AuthMethod } from '../email-forwarding.ts';
import type { mailExplanations } from './mail.ts';
import { unwrapReply } from './unwrap-reply.ts';

type Code = keyof typeof mailExplanations;

// No reply that means anything is longer; a server may send any length.
const longest = 2000;

// The texts are matched, since one number has many meanings.
const patterns: readonly (readonly [RegExp, Code])[] = [
  [/SmtpClientAuthentication is disabled for the Tenant/i, 'smtp-auth-disabled-tenant'],
  [/SmtpClientAuthentication is disabled for the Mailbox/i, 'smtp-auth-disabled-mailbox'],
  [/5\.7\.30\b.*Basic authentication/i, 'basic-auth-retired'],
  [/5\.7\.139.*basic authentication is disabled/i, 'basic-auth-disabled'],
  [/5\.7\.139.*credentials were incorrect/i, 'password-refused'],
  [/5\.7\.139.*security defaults/i, 'mail-blocked-by-security-defaults'],
  [/5\.7\.139.*did not meet the criteria/i, 'mail-blocked-by-policy'],
  [/^530\b|^(?:530[ -])?5\.7\.57\b/, 'mail-sign-in-needed'],
  [/SendAsDenied|5\.7\.60\b/i, 'send-as-denied'],
  [/SubmissionQuotaExceeded/i, 'quota-reached'],
  [/^5\d\d[ -]5\.2\.2\b/, 'mailbox-full'],
  [/5\.5\.127\b/, 'token-ends-soon'],
  [/4\.2\.0\b.*(?:logon failure|LogonFailed)/i, 'mailbox-logon-failed'],
  [/^4\d\d\b.*(?:thread limit exceeded|concurrent connections limit exceeded)/i, 'sender-limit'],
  [/^4\d\d\b|^4\.\d{1,3}\.\d{1,3}\b/, 'mail-server-busy'],
  [/^535\b|^5\.7\.3\b/, 'mailbox-refused'],
];

const ofApplication: Partial<Record<Code, Code>> = { 'mailbox-refused': 'app-mailbox-refused', 'send-as-denied': 'app-send-as-denied' };

/** The explanation's code for a server's reply to `command`, asked in this way. A reply that wraps another one, as a relay hands on Microsoft's, means the inner one. */
export function mailCode(command: string, reply: string, authMethod: AuthMethod): Code {
  const inner = unwrapReply(reply).slice(0, longest);
  if (command === 'CONNECT' || command === 'EHLO') return inner.startsWith('4') ? 'mail-server-busy' : 'mail-server-rejects-us';
  const found = patterns.find(([pattern]) => pattern.test(inner))?.[1];
  if (!found) return command === 'RCPT TO' ? 'recipient-refused' : 'mail-refused';
  if (authMethod === 'microsoft-oauth-application') return ofApplication[found] ?? found;
  // Our password was refused only where the server speaks for itself.
  return found === 'mailbox-refused' && authMethod === 'basic' && reply.startsWith(inner) ? 'password-refused' : found;
}
