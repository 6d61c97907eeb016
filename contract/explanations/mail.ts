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
    retryAfterMinutes: 120,
    cause: {
      en: 'Microsoft gave a token to {account}, but Exchange does not let it into the mailbox. Usually another account has signed in than the one the mailbox belongs to.',
      de: 'Microsoft hat {account} ein Token gegeben, aber Exchange lässt es nicht in das Postfach. Meist hat sich ein anderes Konto angemeldet als das, dem das Postfach gehört.',
    },
    fix: {
      en: 'Sign in again as {mailbox}. Check that this mailbox has a licence. After a change in Exchange wait up to two hours.',
      de: 'Melden Sie sich erneut als {mailbox} an. Prüfen Sie, ob dieses Postfach eine Lizenz hat. Warten Sie nach einer Änderung in Exchange bis zu zwei Stunden.',
    },
  },
  'app-mailbox-refused': {
    owner: 'exchange-admin',
    retryAfterMinutes: 120,
    cause: {
      en: 'The application got its token, but Exchange does not let it into {mailbox}: its service principal is not registered there, was registered with another object ID, or has no right to this mailbox.',
      de: 'Die Anwendung hat ihr Token, aber Exchange lässt sie nicht in {mailbox}: Ihr Dienstprinzipal ist dort nicht registriert, mit einer anderen Objekt-ID registriert, oder hat kein Recht an diesem Postfach.',
    },
    fix: {
      en: 'Register it and give it the mailbox, in Exchange Online PowerShell. The object ID is that of the enterprise application, as the token names it. It can take two hours until it works.',
      de: 'Registrieren Sie ihn und geben Sie ihm das Postfach, in der Exchange Online PowerShell. Die Objekt-ID ist die der Unternehmensanwendung, wie das Token sie nennt. Bis es wirkt, können zwei Stunden vergehen.',
    },
    script: [
      'New-ServicePrincipal -AppId {applicationId} -ObjectId {objectId} -DisplayName Postern',
      '$app = Get-ServicePrincipal | Where-Object AppId -eq {applicationId}',
      'Add-MailboxPermission -Identity {mailbox} -User $app.Identity -AccessRights FullAccess',
      'Add-RecipientPermission -Identity {mailbox} -Trustee $app.Identity -AccessRights SendAs -Confirm:$false',
    ].join('\n'),
  },
  'app-mailbox-refused-opaque': {
    owner: 'exchange-admin',
    link: { to: 'enterprise-apps', text: { en: 'Enterprise apps', de: 'Unternehmens-Apps' } },
    retryAfterMinutes: 120,
    cause: {
      en: 'The application got its token, but Exchange does not let it into {mailbox}: its service principal is not registered there, was registered with another object ID, or has no right to this mailbox.',
      de: 'Die Anwendung hat ihr Token, aber Exchange lässt sie nicht in {mailbox}: Ihr Dienstprinzipal ist dort nicht registriert, mit einer anderen Objekt-ID registriert, oder hat kein Recht an diesem Postfach.',
    },
    fix: {
      en: 'In Exchange Online PowerShell: New-ServicePrincipal with the object ID from Entra ID → Enterprise apps → this application (not the one of the app registration), then Add-MailboxPermission for {mailbox}. It can take two hours until it works.',
      de: 'In der Exchange Online PowerShell: New-ServicePrincipal mit der Objekt-ID aus Entra ID → Unternehmens-Apps → diese Anwendung (nicht der aus der App-Registrierung), dann Add-MailboxPermission für {mailbox}. Bis es wirkt, können zwei Stunden vergehen.',
    },
  },
  'basic-auth-disabled': {
    owner: 'telephone-admin',
    pointer: '/authMethod',
    cause: { en: 'Microsoft takes no password for sending any more: Basic authentication is switched off.', de: 'Microsoft nimmt zum Senden kein Kennwort mehr an: Die Basisauthentifizierung ist abgeschaltet.' },
    fix: { en: 'Choose Microsoft OAuth 2.0 as Auth Method.', de: 'Wählen Sie als Authentifizierung Microsoft OAuth 2.0.' },
  },
  'basic-auth-retired': {
    owner: 'telephone-admin',
    pointer: '/authMethod',
    cause: { en: 'Microsoft has ended Basic authentication for sending; it cannot be switched on again.', de: 'Microsoft hat die Basisauthentifizierung zum Senden beendet; sie lässt sich nicht wieder einschalten.' },
    fix: {
      en: 'Choose Microsoft OAuth 2.0 as Auth Method. For a personal account (Outlook.com) the Tenant ID is consumers.',
      de: 'Wählen Sie als Authentifizierung Microsoft OAuth 2.0. Für ein persönliches Konto (Outlook.com) ist die Mandanten-ID consumers.',
    },
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
    link: { to: 'sign-in-logs', text: { en: 'Sign-in logs', de: 'Anmeldeprotokolle' } },
    cause: { en: 'A policy of the tenant, usually one of Conditional Access, keeps {account} from sending by SMTP.', de: 'Eine Richtlinie des Mandanten, meist eine für bedingten Zugriff, hindert {account} am Senden über SMTP.' },
    fix: { en: 'Entra ID → Sign-in logs of {account} names the policy. Make an exception for this account.', de: 'Entra ID → Anmeldeprotokolle von {account} nennt die Richtlinie. Richten Sie eine Ausnahme für dieses Konto ein.' },
  },
  'mail-blocked-by-security-defaults': {
    owner: 'entra-admin',
    link: { to: 'conditional-access', text: { en: 'Conditional Access policies', de: 'Richtlinien für bedingten Zugriff' } },
    cause: { en: 'The security defaults of the tenant keep {account} from sending by SMTP.', de: 'Die Sicherheitsstandards des Mandanten hindern {account} am Senden über SMTP.' },
    fix: {
      en: 'Entra ID → Overview → Properties → Manage security defaults: switch them off, and put Conditional Access policies with an exception for this account in their place.',
      de: 'Entra ID → Übersicht → Eigenschaften → Sicherheitsstandards verwalten: ausschalten und durch Richtlinien für bedingten Zugriff mit einer Ausnahme für dieses Konto ersetzen.',
    },
  },
  'send-as-denied': {
    owner: 'exchange-admin',
    retryAfterMinutes: 60,
    cause: { en: '{account} may not send as {mailbox}.', de: '{account} darf nicht als {mailbox} senden.' },
    fix: { en: 'Give the right to send as this mailbox, in Exchange Online PowerShell:', de: 'Erteilen Sie das Recht, als dieses Postfach zu senden, in der Exchange Online PowerShell:' },
    script: 'Add-RecipientPermission -Identity {mailbox} -Trustee {account} -AccessRights SendAs -Confirm:$false',
  },
  'app-send-as-denied': {
    owner: 'exchange-admin',
    retryAfterMinutes: 60,
    cause: { en: 'The application {applicationId} may not send as {mailbox}.', de: 'Die Anwendung {applicationId} darf nicht als {mailbox} senden.' },
    fix: { en: 'Give it the right to send as this mailbox, in Exchange Online PowerShell:', de: 'Erteilen Sie ihr das Recht, als dieses Postfach zu senden, in der Exchange Online PowerShell:' },
    script: ['$app = Get-ServicePrincipal | Where-Object AppId -eq {applicationId}', 'Add-RecipientPermission -Identity {mailbox} -Trustee $app.Identity -AccessRights SendAs -Confirm:$false'].join('\n'),
  },
  'mailbox-logon-failed': {
    owner: 'exchange-admin',
    retryAfterMinutes: 120,
    cause: {
      en: 'Exchange took the sign-in, but not the way into {mailbox}: the right to it is missing, or not in force yet.',
      de: 'Exchange hat die Anmeldung angenommen, den Weg in {mailbox} aber nicht: Das Recht daran fehlt, oder es gilt noch nicht.',
    },
    fix: {
      en: 'After a change in Exchange wait up to two hours and check again. If it stays so, see who has rights to the mailbox, in Exchange Online PowerShell:',
      de: 'Warten Sie nach einer Änderung in Exchange bis zu zwei Stunden und prüfen Sie erneut. Bleibt es so, sehen Sie nach, wer Rechte am Postfach hat, in der Exchange Online PowerShell:',
    },
    script: 'Get-MailboxPermission -Identity {mailbox}',
  },
  'token-ends-soon': {
    owner: 'nobody',
    retryAfterMinutes: 60,
    cause: { en: '{host} wants a token that is valid for longer.', de: '{host} verlangt ein Token, das länger gilt.' },
    fix: { en: 'Check again when Postern has renewed the token, within the hour.', de: 'Prüfen Sie erneut, wenn Postern das Token erneuert hat, innerhalb einer Stunde.' },
  },
  'mail-server-busy': {
    owner: 'nobody',
    retryAfterMinutes: 5,
    cause: { en: 'The mail server is busy or limits this mailbox at the moment.', de: 'Der Mailserver ist ausgelastet oder begrenzt dieses Postfach zurzeit.' },
    fix: { en: 'Wait some minutes and check again.', de: 'Warten Sie einige Minuten und prüfen Sie erneut.' },
  },
  'mail-server-rejects-us': {
    owner: 'network-admin',
    cause: { en: '{host} refuses the conversation before any sign-in.', de: '{host} verweigert das Gespräch noch vor jeder Anmeldung.' },
    fix: {
      en: 'The answer below names the reason. Often the public address of this network is on a block list, or the server knows only certain addresses.',
      de: 'Die Antwort unten nennt den Grund. Oft steht die öffentliche Adresse dieses Netzes auf einer Sperrliste, oder der Server kennt nur bestimmte Adressen.',
    },
  },
  'sender-limit': {
    owner: 'telephone-admin',
    retryAfterMinutes: 5,
    cause: { en: 'Too many connections send from this mailbox at the same time; Exchange Online allows three.', de: 'Zu viele Verbindungen senden gleichzeitig aus diesem Postfach; Exchange Online erlaubt drei.' },
    fix: {
      en: 'Check again in some minutes. If it comes back, find out which other devices send as {mailbox}, and give them a mailbox of their own.',
      de: 'Prüfen Sie in einigen Minuten erneut. Kommt es wieder, stellen Sie fest, welche anderen Geräte als {mailbox} senden, und geben Sie ihnen ein eigenes Postfach.',
    },
  },
  'quota-reached': {
    owner: 'exchange-admin',
    cause: { en: 'The mailbox {mailbox} has reached its limit of 10,000 recipients a day.', de: 'Das Postfach {mailbox} hat seine Grenze von 10.000 Empfängern am Tag erreicht.' },
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
