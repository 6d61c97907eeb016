import type { PilotAuthMethod } from '../contact-center.ts';
import type { pop3Explanations } from './pop3.ts';

type Code = keyof typeof pop3Explanations;

// No reply that means anything is longer; a server may send any length.
const longest = 2000;

// Codes in brackets come first: RFC 2449 section 8, RFC 3206. Texts are matched where no code says it.
const passing: readonly (readonly [RegExp, Code])[] = [
  [/^\S*\s*\[IN-USE\]/i, 'pop3-in-use'],
  [/^\S*\s*\[LOGIN-DELAY\]/i, 'pop3-login-delay'],
  [/^\S*\s*\[SYS\/TEMP\]/i, 'pop3-busy'],
  [/^\S*\s*\[SYS\/PERM\]/i, 'pop3-mailbox-fault'],
  [/\b(?:mailbox|maildrop)\b.{0,40}\b(?:locked|in use)\b/i, 'pop3-in-use'],
  [/\b(?:throttled|server busy|server (?:is )?(?:temporarily )?unavailable|try again later|too many (?:connections|log-?ins|sessions))\b/i, 'pop3-busy'],
];

const ofToken = /\bAuthentication fail/i;
const ofPassword = /^\S*\s*\[AUTH\]|\blog-?(?:on|in) fail|\bauth(?:entication|orization)? fail|\b(?:invalid|incorrect|bad|wrong) (?:user|login|password|credentials)|\b(?:password|login|credentials)\b.{0,40}\b(?:incorrect|invalid|wrong)\b/i;

/** The explanation's code for a POP3 server's reply to `command`, asked in this way; `ofMicrosoft` where the server is Exchange Online. A reply that is not known gets no cause. */
export function pop3Code(command: string, reply: string, { authMethod, ofMicrosoft }: { authMethod: PilotAuthMethod; ofMicrosoft: boolean }): Code {
  const said = reply.slice(0, longest);
  const found = passing.find(([pattern]) => pattern.test(said))?.[1];
  if (found) return found;
  if (command === 'CONNECT') return 'pop3-rejects-us';
  if (command !== 'AUTH') return 'pop3-refused';
  if (authMethod === 'oauth') return ofMicrosoft && ofToken.test(said) ? 'pop3-app-refused' : 'pop3-sign-in-refused';
  if (!ofPassword.test(said)) return 'pop3-sign-in-refused';
  return ofMicrosoft ? 'pop3-basic-retired' : 'pop3-password-refused';
}
