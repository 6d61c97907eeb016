import type { Explanation } from './explanation.ts';

/** What a mail server refuses. Exchange Online's replies: learn.microsoft.com/exchange/mail-flow-best-practices, and as seen on the wire. */
export const mailExplanations = {
  'smtp-auth-disabled-mailbox': {
    owner: 'exchange-admin',
    retryAfterMinutes: 60,
    cause: { en: 'Sending by SMTP is switched off for this mailbox. OAuth needs it, too.', de: 'Das Senden über SMTP ist für dieses Postfach ausgeschaltet. Auch OAuth braucht es.' },
    fix: { en: 'Switch it on in Exchange Online PowerShell:', de: 'Schalten Sie es in der Exchange Online PowerShell ein:' },
    script: 'Set-CASMailbox -Identity {mailbox} -SmtpClientAuthenticationDisabled $false',
  },
  'smtp-auth-disabled-tenant': {
    owner: 'exchange-admin',
    retryAfterMinutes: 60,
    cause: { en: 'Sending by SMTP is switched off for the whole tenant. The setting of the mailbox wins over it.', de: 'Das Senden über SMTP ist für den ganzen Mandanten ausgeschaltet. Die Einstellung am Postfach geht vor.' },
    fix: { en: 'Switch it on for this mailbox only, in Exchange Online PowerShell:', de: 'Schalten Sie es nur für dieses Postfach ein, in der Exchange Online PowerShell:' },
    script: 'Set-CASMailbox -Identity {mailbox} -SmtpClientAuthenticationDisabled $false',
  },
  'mailbox-refused': {
    owner: 'exchange-admin',
    retryAfterMinutes: 60,
    cause: {
      en: 'Microsoft gave a token to {account}, but Exchange does not let it into the mailbox. Usually another account has signed in than the one the mailbox belongs to.',
      de: 'Microsoft hat {account} ein Token gegeben, aber Exchange lässt es nicht in das Postfach. Meist hat sich ein anderes Konto angemeldet als das, dem das Postfach gehört.',
    },
    fix: {
      en: 'Sign in again as {mailbox}. Check that this mailbox has a licence. After a change in Exchange wait up to two hours.',
      de: 'Melden Sie sich erneut als {mailbox} an. Prüfen Sie, ob dieses Postfach eine Lizenz hat. Warten Sie nach einer Änderung in Exchange bis zu zwei Stunden.',
    },
  },
  'basic-auth-disabled': {
    owner: 'telephone-admin',
    pointer: '/authMethod',
    cause: { en: 'Microsoft takes no password for sending any more: Basic authentication is switched off.', de: 'Microsoft nimmt zum Senden kein Kennwort mehr an: Die Basisauthentifizierung ist abgeschaltet.' },
    fix: { en: 'Choose Microsoft OAuth 2.0 as Auth Method.', de: 'Wählen Sie als Authentifizierung Microsoft OAuth 2.0.' },
  },
  'password-refused': {
    owner: 'telephone-admin',
    pointer: '/password',
    cause: { en: '{host} does not accept username and password of {account}.', de: '{host} nimmt Benutzernamen und Kennwort von {account} nicht an.' },
    fix: {
      en: 'Enter both again. With Microsoft 365 an account with multi-factor authentication cannot sign in with its password: choose Microsoft OAuth 2.0.',
      de: 'Geben Sie beide neu ein. Bei Microsoft 365 kann sich ein Konto mit mehrstufiger Authentifizierung nicht mit seinem Kennwort anmelden: Wählen Sie Microsoft OAuth 2.0.',
    },
  },
  'mail-sign-in-needed': {
    owner: 'telephone-admin',
    pointer: '/username',
    cause: { en: '{host} takes mail only after a sign-in.', de: '{host} nimmt E-Mails nur nach einer Anmeldung an.' },
    fix: { en: 'Enter Username and Password.', de: 'Tragen Sie Benutzername und Kennwort ein.' },
  },
  'password-not-offered': {
    owner: 'telephone-admin',
    pointer: '/smtp/host',
    cause: { en: '{host} offers no sign-in with a password.', de: '{host} bietet keine Anmeldung mit Kennwort an.' },
    fix: { en: 'Check port and encryption: many servers offer it at 587 with STARTTLS or at 465 with SSL/TLS only. A relay without sign-in needs an empty Username.', de: 'Prüfen Sie Port und Verschlüsselung: Viele Server bieten sie nur an 587 mit STARTTLS oder an 465 mit SSL/TLS an. Ein Relay ohne Anmeldung braucht einen leeren Benutzernamen.' },
  },
  'mail-blocked-by-policy': {
    owner: 'entra-admin',
    cause: { en: 'Security defaults or a Conditional Access policy keep this account from sending by SMTP.', de: 'Sicherheitsstandards oder eine Richtlinie für bedingten Zugriff hindern dieses Konto am Senden über SMTP.' },
    fix: { en: 'Entra ID → Sign-in logs of {account} names the policy. Make an exception for this account.', de: 'Entra ID → Anmeldeprotokolle von {account} nennt die Richtlinie. Richten Sie eine Ausnahme für dieses Konto ein.' },
  },
  'send-as-denied': {
    owner: 'exchange-admin',
    retryAfterMinutes: 60,
    cause: { en: '{account} may not send as {mailbox}.', de: '{account} darf nicht als {mailbox} senden.' },
    fix: { en: 'Give the right to send as this mailbox, in Exchange Online PowerShell:', de: 'Erteilen Sie das Recht, als dieses Postfach zu senden, in der Exchange Online PowerShell:' },
    script: 'Add-RecipientPermission -Identity {mailbox} -Trustee {account} -AccessRights SendAs -Confirm:$false',
  },
  'mail-server-busy': {
    owner: 'nobody',
    retryAfterMinutes: 5,
    cause: { en: 'The mail server is busy or limits this mailbox at the moment.', de: 'Der Mailserver ist ausgelastet oder begrenzt dieses Postfach zurzeit.' },
    fix: { en: 'Wait some minutes and check again.', de: 'Warten Sie einige Minuten und prüfen Sie erneut.' },
  },
  'quota-reached': {
    owner: 'exchange-admin',
    cause: { en: 'The mailbox has reached its daily limit of recipients.', de: 'Das Postfach hat seine tägliche Höchstzahl an Empfängern erreicht.' },
    fix: { en: 'Wait until tomorrow, or send through another mailbox.', de: 'Warten Sie bis morgen, oder senden Sie über ein anderes Postfach.' },
  },
  'mailbox-full': {
    owner: 'exchange-admin',
    cause: { en: 'The mailbox {mailbox} is full; sent mail is kept in it, too.', de: 'Das Postfach {mailbox} ist voll; auch Gesendetes wird darin abgelegt.' },
    fix: { en: 'Empty the folder Sent Items, or give it a retention policy.', de: 'Leeren Sie den Ordner Gesendete Elemente, oder richten Sie eine Aufbewahrungsrichtlinie ein.' },
  },
  'recipient-refused': {
    owner: 'telephone-admin',
    cause: { en: 'The mail server does not accept the recipient {to}.', de: 'Der Mailserver nimmt den Empfänger {to} nicht an.' },
    fix: { en: 'Check the address under Send to.', de: 'Prüfen Sie die Adresse unter Senden an.' },
  },
  'xoauth2-not-offered': {
    owner: 'telephone-admin',
    pointer: '/smtp/host',
    cause: { en: '{host} does not offer a sign-in with OAuth (XOAUTH2).', de: '{host} bietet keine Anmeldung mit OAuth (XOAUTH2) an.' },
    fix: { en: 'Check host and port: for Microsoft 365 it is smtp.office365.com, port 587.', de: 'Prüfen Sie Host und Port: Für Microsoft 365 ist es smtp.office365.com, Port 587.' },
  },
  'mail-refused': {
    owner: 'exchange-admin',
    cause: { en: 'The mail server refused the command {command}.', de: 'Der Mailserver hat den Befehl {command} abgelehnt.' },
    fix: { en: 'The answer below names the reason.', de: 'Die Antwort unten nennt den Grund.' },
  },
} satisfies Record<string, Explanation>;

type Code = keyof typeof mailExplanations;

const patterns: readonly (readonly [RegExp, Code])[] = [
  [/SmtpClientAuthentication is disabled for the Tenant/i, 'smtp-auth-disabled-tenant'],
  [/SmtpClientAuthentication is disabled for the Mailbox/i, 'smtp-auth-disabled-mailbox'],
  [/5\.7\.139.*basic authentication is disabled|5\.7\.30\b.*Basic authentication/i, 'basic-auth-disabled'],
  [/5\.7\.139.*credentials were incorrect/i, 'password-refused'],
  [/^530\b/, 'mail-sign-in-needed'],
  [/5\.7\.139.*(?:security defaults|did not meet the criteria)/i, 'mail-blocked-by-policy'],
  [/SendAsDenied|5\.7\.60\b/i, 'send-as-denied'],
  [/SubmissionQuotaExceeded/i, 'quota-reached'],
  [/^5\d\d[ -]5\.2\.2\b/, 'mailbox-full'],
  [/^4\d\d\b/, 'mail-server-busy'],
  [/^535\b/, 'mailbox-refused'],
];

/** The explanation's code for a server's reply to `command`, asked with a token or with a password. The texts are matched, since one number has many meanings. */
export function mailCode(command: string, reply: string, withPassword: boolean): Code {
  const found = patterns.find(([pattern]) => pattern.test(reply));
  if (found) return found[1] === 'mailbox-refused' && withPassword ? 'password-refused' : found[1];
  return command === 'RCPT TO' ? 'recipient-refused' : 'mail-refused';
}
