import type { BackupPart } from '../backup.ts';
import type { Language } from '../fields.ts';
import type { Sentence } from './explanation.ts';

/** What a backup holds, as it is shown. */
export const backupPartNames: Record<BackupPart, Sentence> = {
  'email-forwarding': { en: 'E-mail forwarding', de: 'E-Mail-Weiterleitung' },
  'sign-in': { en: 'Sign-in at Microsoft', de: 'Anmeldung bei Microsoft' },
  'exchange-calendar': { en: 'Exchange Calendar Integration', de: 'Exchange-Kalenderintegration' },
  'exchange-directory': { en: 'Exchange PST', de: 'Exchange PST' },
  'keywords': { en: 'Keywords', de: 'Schlüsselwörter' },
  'queues': { en: 'Queues', de: 'Warteschlangen' },
  'pilots': { en: 'Queue Pilots', de: 'Warteschlangen-Piloten' },
  'notices': { en: 'Notices', de: 'Benachrichtigungen' },
  'diagnosis-logs': { en: 'Diagnosis Logs', de: 'Diagnoseprotokolle' },
  'accounts': { en: 'Administrators', de: 'Administratoren' },
};

// Of members and secrets.
const fields: Record<string, Sentence> = {
  'authMethod': { en: 'Auth Method', de: 'Authentifizierung' },
  'access': { en: 'Access', de: 'Zugriff' },
  'cloud': { en: 'Cloud', de: 'Cloud' },
  'server': { en: 'Server', de: 'Server' },
  'smtp/host': { en: 'Outgoing mail server (SMTP)', de: 'Postausgangsserver (SMTP)' },
  'smtp/port': { en: 'Port', de: 'Port' },
  'smtp/encryption': { en: 'Encryption', de: 'Verschlüsselung' },
  'port': { en: 'Port', de: 'Port' },
  'encryption': { en: 'Encryption', de: 'Verschlüsselung' },
  'emailAddress': { en: 'E-mail address', de: 'E-Mail-Adresse' },
  'signInAs': { en: 'Sign in as', de: 'Anmelden als' },
  'username': { en: 'Username', de: 'Benutzername' },
  'tenantId': { en: 'Tenant ID', de: 'Mandanten-ID' },
  'applicationId': { en: 'Application ID', de: 'Anwendungs-ID' },
  'scope': { en: 'Scope', de: 'Bereich' },
  'clientSecretExpiresAt': { en: 'Client Secret ends on', de: 'Geheimer Clientschlüssel endet am' },
  'password': { en: 'Password', de: 'Kennwort' },
  'clientSecret': { en: 'Client Secret', de: 'Geheimer Clientschlüssel' },
  'name': { en: 'Name', de: 'Name' },
  'number': { en: 'Number', de: 'Nummer' },
  'type': { en: 'Type', de: 'Typ' },
  'pollIntervalSeconds': { en: 'Poll interval', de: 'Abrufintervall' },
  'mailHandling': { en: 'Mail handling', de: 'Umgang mit E-Mails' },
  'ucSuiteProtocols': { en: 'UC Suite Protocols', de: 'UC-Suite-Protokolle' },
  'email': { en: 'E-mail address', de: 'E-Mail-Adresse' },
  'role': { en: 'Role', de: 'Rolle' },
  'language': { en: 'Language', de: 'Sprache' },
  'disabled': { en: 'Disabled', de: 'Deaktiviert' },
  'mustChangePassword': { en: 'Must change the password', de: 'Muss das Kennwort ändern' },
  'account': { en: 'Account', de: 'Konto' },
  'authorizedAt': { en: 'Signed in on', de: 'Angemeldet am' },
  'target/tenantId': { en: 'Tenant ID', de: 'Mandanten-ID' },
  'target/applicationId': { en: 'Application ID', de: 'Anwendungs-ID' },
  'webhook/enabled': { en: 'Webhook', de: 'Webhook' },
  'webhook/url': { en: 'Address of the webhook', de: 'Adresse des Webhooks' },
  'webhookQuery': { en: 'Key in the address of the webhook', de: 'Schlüssel in der Adresse des Webhooks' },
  'signingSecret': { en: 'Signing secret', de: 'Signaturschlüssel' },
  'mail/enabled': { en: 'Mail', de: 'E-Mail' },
  'mail/smtp/host': { en: 'Mail server (SMTP)', de: 'Mailserver (SMTP)' },
  'mail/smtp/port': { en: 'Port', de: 'Port' },
  'mail/smtp/encryption': { en: 'Encryption', de: 'Verschlüsselung' },
  'mail/username': { en: 'Username', de: 'Benutzername' },
  'mail/from': { en: 'From', de: 'Von' },
  'mail/to': { en: 'To', de: 'An' },
  'meeting': { en: 'Meeting', de: 'Besprechung' },
  'sick': { en: 'Sick', de: 'Krank' },
  'break': { en: 'Break', de: 'Pause' },
  'out-of-office': { en: 'Out of Office', de: 'Außer Haus' },
  'holiday': { en: 'Holiday', de: 'Urlaub' },
  'lunch': { en: 'Lunch', de: 'Mittag' },
  'home': { en: 'Home', de: 'Zu Hause' },
};

const bare = (word: string): Sentence => ({ en: word, de: word });

const values: Record<string, Record<string, Sentence>> = {
  authMethod: {
    'basic': { en: 'Basic authentication', de: 'Basisauthentifizierung' },
    'microsoft-oauth': bare('Microsoft OAuth 2.0'),
    'microsoft-oauth-application': { en: 'Microsoft OAuth 2.0 (application)', de: 'Microsoft OAuth 2.0 (Anwendung)' },
    'oauth': bare('OAuth 2.0'),
  },
  access: { ews: bare('Exchange Web Services'), graph: bare('Microsoft Graph') },
  encryption: { starttls: bare('STARTTLS'), tls: bare('SSL/TLS'), none: { en: 'none', de: 'keine' } },
  cloud: { 'global': bare('Global (GCC)'), 'us-gov-high': bare('US Government GCC High'), 'us-gov-dod': bare('US Government DoD'), 'china': bare('China (21Vianet)') },
  type: { call: { en: 'Call', de: 'Anruf' }, fax: bare('Fax'), email: { en: 'E-mail', de: 'E-Mail' } },
  mailHandling: { delete: { en: 'delete', de: 'löschen' }, leave: { en: 'leave', de: 'belassen' } },
  role: { basic: { en: 'Basic', de: 'Basis' }, advanced: { en: 'Advanced', de: 'Erweitert' }, expert: { en: 'Expert', de: 'Experte' } },
  language: { en: bare('English'), de: bare('Deutsch') },
};
const truth: Record<Language, [no: string, yes: string]> = { en: ['no', 'yes'], de: ['nein', 'ja'] };

/** The name of a member of what a backup holds, `smtp/port`, as its page has it; null of what no page shows. */
export function backupFieldName(field: string, language: Language): string | null {
  return fields[field]?.[language] ?? null;
}

/** A value of such a member, to be read; null is none. */
export function backupValue(field: string, value: unknown, language: Language): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return truth[language][value ? 1 : 0];
  const text = String(value);
  if (field === 'clientSecretExpiresAt' || field === 'authorizedAt') return text.slice(0, 10);
  if (field === 'pollIntervalSeconds') return `${text} s`;
  return values[field.slice(field.lastIndexOf('/') + 1)]?.[text]?.[language] ?? text;
}

const faults: Record<string, Sentence> = {
  'no-expert': {
    en: 'Nobody could manage administrators afterwards: no account of the role Expert that can sign in is in the backup.',
    de: 'Danach könnte niemand Administratoren verwalten: In der Sicherung ist kein Konto mit der Rolle Experte, das sich anmelden kann.',
  },
  'own-account-missing': {
    en: 'Your own account {name} is not in the backup, or is disabled there, so you would lock yourself out. Sign in as one of: {experts}. On a new system, create that administrator first.',
    de: 'Ihr eigenes Konto {name} ist nicht in der Sicherung oder dort deaktiviert; Sie würden sich aussperren. Melden Sie sich an als: {experts}. Legen Sie diesen Administrator auf einem neuen System zuerst an.',
  },
  'foreign-mail-host': {
    en: 'A token of Microsoft is not sent to this server. POSTERN_TRUSTED_HOSTS of this system does not name it.',
    de: 'Ein Token von Microsoft wird nicht an diesen Server gesendet. POSTERN_TRUSTED_HOSTS dieses Systems nennt ihn nicht.',
  },
  'secret-date': { en: 'No client secret lives that long. Is the clock of this machine right?', de: 'So lange gilt kein geheimer Clientschlüssel. Stimmt die Uhr dieser Maschine?' },
  'unknown-member': { en: 'This system does not know it.', de: 'Dieses System kennt das nicht.' },
  'twice': { en: 'It is there twice.', de: 'Es ist doppelt vorhanden.' },
  'too-many': { en: 'These are more than this system takes.', de: 'Das sind mehr, als dieses System annimmt.' },
  'no-such-queue': { en: 'Its queue is not in the backup.', de: 'Die zugehörige Warteschlange ist nicht in der Sicherung.' },
};

/** Why something in a backup cannot be taken; `code` is the rule that it breaks. */
export function backupFault(code: string, language: Language): string {
  const same = code === 'foreign-exchange-host' ? 'foreign-mail-host' : code;
  return faults[same]?.[language] ?? (language === 'de' ? `Dieser Wert wird nicht angenommen (${code}).` : `This value is not taken (${code}).`);
}

const refusals: Record<string, Sentence> = {
  'backup-not-readable': { en: 'no backup of Postern', de: 'keine Sicherung von Postern' },
  'backup-damaged': { en: 'cut, or changed after it was made', de: 'abgeschnitten oder nachträglich verändert' },
  'backup-newer-version': { en: 'made by a newer version', de: 'von einer neueren Version erstellt' },
  'backup-invalid': { en: 'it holds what this system cannot take', de: 'enthält, was dieses System nicht annehmen kann' },
  'wrong-passphrase': { en: 'wrong passphrase', de: 'falsche Passphrase' },
};

/** Why a backup was refused, in a few words; `reason` is the problem. */
export function backupRefusal(reason: string, language: Language): string {
  return refusals[reason]?.[language] ?? reason;
}
