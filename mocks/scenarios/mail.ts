import type { Scenario } from './scenario.ts';

const trailer = '[{host} {now} {id}]';

/** What a mail server refuses: Exchange Online, and a relay that hands on what Exchange Online said. */
export const mailScenarios: readonly Scenario[] = [
  {
    id: 'smtp-auth-disabled-mailbox',
    sentence: {
      en: 'SMTP AUTH off: sending is switched off for the mailbox (535 5.7.139).',
      de: 'SMTP AUTH aus: Das Senden ist für das Postfach abgeschaltet (535 5.7.139).',
    },
    source: 'email-oauth2-proxy#193',
    smtp: { command: 'AUTH', reply: `535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information. ${trailer}` },
  },
  {
    id: 'smtp-auth-disabled-tenant',
    sentence: {
      en: 'SMTP AUTH off: sending is switched off for the tenant (535 5.7.139).',
      de: 'SMTP AUTH aus: Das Senden ist für den Mandanten abgeschaltet (535 5.7.139).',
    },
    source: 'email-oauth2-proxy#193',
    smtp: { command: 'AUTH', reply: `535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. ${trailer}` },
  },
  {
    id: 'mailbox-refused',
    sentence: { en: 'Mailbox refused: the mail server does not let the account in (535 5.7.3).', de: 'Postfach verweigert: Der Mailserver lässt das Konto nicht ein (535 5.7.3).' },
    source: 'sasl-xoauth2#43',
    smtp: { command: 'AUTH', signIn: 'token', reply: `535 5.7.3 Authentication unsuccessful ${trailer}` },
  },
  {
    id: 'smtp-security-defaults',
    sentence: { en: 'Security defaults: they forbid sending by SMTP (535 5.7.139).', de: 'Sicherheitsstandards: Sie verbieten das Senden über SMTP (535 5.7.139).' },
    source: 'learn.microsoft.com, SMTP AUTH; answers in public threads',
    smtp: { command: 'AUTH', reply: `535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. Contact your administrator. ${trailer}` },
  },
  {
    id: 'smtp-blocked-by-policy',
    sentence: { en: 'Policy: Conditional Access forbids sending by SMTP (535 5.7.139).', de: 'Richtlinie: Bedingter Zugriff verbietet das Senden über SMTP (535 5.7.139).' },
    source: 'answers in public logs',
    smtp: { command: 'AUTH', reply: `535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator. ${trailer}` },
  },
  {
    id: 'basic-auth-disabled',
    sentence: { en: 'Basic authentication off: no password is taken any more (535 5.7.139).', de: 'Basisauthentifizierung aus: Es wird kein Kennwort mehr angenommen (535 5.7.139).' },
    source: 'nodemailer#1714',
    smtp: { command: 'AUTH', signIn: 'password', reply: `535 5.7.139 Authentication unsuccessful, basic authentication is disabled. ${trailer}` },
  },
  {
    id: 'basic-auth-retired',
    sentence: { en: 'Basic authentication retired: it is gone for good (550 5.7.30).', de: 'Basisauthentifizierung beendet: Es gibt sie nicht mehr (550 5.7.30).' },
    source: 'opencti#12069, as announced',
    smtp: { command: 'AUTH', signIn: 'password', reply: '550 5.7.30 Basic authentication is not supported for Client Submission.' },
  },
  {
    id: 'password-wrong',
    sentence: { en: 'Wrong password: the mail server does not take it (535 5.7.139).', de: 'Falsches Kennwort: Der Mailserver nimmt es nicht an (535 5.7.139).' },
    source: 'answers of 2026 in public logs',
    smtp: { command: 'AUTH', signIn: 'password', reply: `535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. ${trailer}` },
  },
  {
    id: 'send-as-denied',
    sentence: { en: 'Send As denied: the account may not send as the mailbox (550 5.7.60).', de: 'Senden als verweigert: Das Konto darf nicht als das Postfach senden (550 5.7.60).' },
    source: 'answers in public logs',
    smtp: { command: 'DATA', reply: `550 5.7.60 SMTP; Client does not have permissions to send as this sender ${trailer}` },
  },
  {
    id: 'send-as-denied-by-store',
    sentence: { en: 'Send As denied, said by the mailbox store (554 5.2.252).', de: 'Senden als verweigert, gesagt vom Postfachspeicher (554 5.2.252).' },
    source: 'answers in public logs',
    smtp: { command: 'DATA', reply: '554 5.2.252 SendAsDenied; admin@contoso.com not allowed to send as pbx@contoso.com; STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied' },
  },
  {
    id: 'mailbox-logon-failed',
    sentence: { en: 'Right not in force: signed in, but not let into the mailbox (430 4.2.0).', de: 'Recht noch nicht gültig: Angemeldet, aber nicht ins Postfach gelassen (430 4.2.0).' },
    source: 'email-oauth2-proxy#271',
    smtp: { command: 'DATA', reply: '430 4.2.0 STOREDRV; mailbox logon failure; cause: MapiExceptionLogonFailed: Unable to log on. [Hostname={host}]' },
  },
  {
    id: 'sender-limit',
    sentence: { en: 'Too many connections: more than three send at once (432 4.3.2).', de: 'Zu viele Verbindungen: Mehr als drei senden gleichzeitig (432 4.3.2).' },
    source: 'timeoff#308',
    smtp: { command: 'DATA', reply: '432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded [Hostname={host}]' },
  },
  {
    id: 'mail-server-busy',
    sentence: { en: 'Busy: the mail server takes no connections at the moment (421 4.3.2).', de: 'Ausgelastet: Der Mailserver nimmt zurzeit keine Verbindungen an (421 4.3.2).' },
    source: 'learn.microsoft.com, Exchange Online limits',
    smtp: { command: 'CONNECT', reply: '421 4.3.2 The maximum number of concurrent connections has exceeded a limit, closing transmission channel' },
  },
  {
    id: 'mail-server-fault',
    sentence: { en: 'Passing fault: the mail server asks to try later (451 4.7.0).', de: 'Vorübergehende Störung: Der Mailserver bittet um einen späteren Versuch (451 4.7.0).' },
    source: 'answers in public logs',
    smtp: { command: 'DATA', reply: `451 4.7.0 Temporary server error. Please try again later. PRX2 ${trailer}` },
  },
  {
    id: 'quota-reached',
    sentence: { en: 'Daily quota: the mailbox has reached its recipients of today (554 5.2.0).', de: 'Tagesgrenze: Das Postfach hat seine Empfänger für heute erreicht (554 5.2.0).' },
    source: 'learn.microsoft.com, Exchange Online limits',
    smtp: { command: 'DATA', reply: '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed to process message due to a permanent exception [Hostname={host}]' },
  },
  {
    id: 'mailbox-full',
    sentence: { en: 'Mailbox full: what is sent cannot be kept (554 5.2.2).', de: 'Postfach voll: Gesendetes kann nicht abgelegt werden (554 5.2.2).' },
    source: 'learn.microsoft.com, Exchange Online limits; the text is a guess',
    smtp: { command: 'DATA', reply: '554 5.2.2 mailbox full; STOREDRV.Submission.Exception:QuotaExceededException [Hostname={host}]' },
  },
  {
    id: 'relay-hands-on',
    sentence: {
      en: 'Relay: relay.contoso.com hands on what Microsoft told it (SMTP AUTH off for the tenant).',
      de: 'Relay: relay.contoso.com gibt weiter, was Microsoft ihm gesagt hat (SMTP AUTH für den Mandanten aus).',
    },
    source: 'sasl-xoauth2, pull request 5',
    smtp: {
      command: 'DATA',
      by: 'relay',
      reply: `451 4.7.3 SASL authentication failed; server smtp.office365.com[52.98.228.34] said: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information. ${trailer}`,
    },
  },
];
