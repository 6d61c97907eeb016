import type { Scenario } from './scenario.ts';

const authentication = '-ERR Authentication failure: unknown user name or bad password.';
const oauthPage = 'learn.microsoft.com, POP3 with OAuth: the refusal says no more';

/** What a queue's mailbox can meet by POP3. Exchange has one sentence for most refusals, whatever their cause. */
export const pop3Scenarios: readonly Scenario[] = [
  {
    id: 'pop3-empty-mailbox',
    sentence: { en: 'Empty: there is no message in the mailbox.', de: 'Leer: Im Postfach liegt keine Nachricht.' },
    source: 'fetchmail log in the documentation of docker-mailserver',
    pop3: { messages: 0 },
  },
  {
    id: 'pop3-many-messages',
    sentence: { en: 'Crowded: the mailbox holds 100,000 messages.', de: 'Überfüllt: Im Postfach liegen 100.000 Nachrichten.' },
    source: 'RFC 1939 section 5',
    pop3: { messages: 100_000 },
  },
  {
    id: 'pop3-wrong-object-id',
    sentence: {
      en: 'Wrong object ID: Exchange knows the application by that of its registration (Authentication failure).',
      de: 'Falsche Objekt-ID: Exchange kennt die Anwendung unter der ihrer Registrierung (Authentication failure).',
    },
    source: oauthPage,
    pop3: { by: 'exchange', refused: { command: 'AUTH', signIn: 'application-token', reply: authentication } },
  },
  {
    id: 'pop3-no-permission',
    sentence: {
      en: 'No permission: the application may not open this mailbox (Authentication failure).',
      de: 'Keine Berechtigung: Die Anwendung darf dieses Postfach nicht öffnen (Authentication failure).',
    },
    source: oauthPage,
    pop3: { by: 'exchange', refused: { command: 'AUTH', signIn: 'application-token', reply: authentication } },
  },
  {
    id: 'pop3-switched-off',
    sentence: { en: 'POP off: it is switched off for the mailbox (Authentication failure).', de: 'POP aus: Es ist für das Postfach abgeschaltet (Authentication failure).' },
    source: 'learn.microsoft.com, Set-CASMailbox; answers of 2026 in public logs',
    pop3: { by: 'exchange', refused: { command: 'AUTH', reply: authentication } },
  },
  {
    id: 'pop3-role-missing',
    sentence: { en: 'Role missing: the token holds other roles, but not POP.AccessAsApp.', de: 'Rolle fehlt: Das Token enthält andere Rollen, aber nicht POP.AccessAsApp.' },
    source: oauthPage,
    application: { roles: ['SMTP.SendAsApp', 'full_access_as_app'] },
  },
  {
    id: 'pop3-not-connected',
    sentence: {
      en: 'Signed in, but not let into the mailbox (User is authenticated but not connected).',
      de: 'Angemeldet, aber nicht ins Postfach gelassen (User is authenticated but not connected).',
    },
    source: 'MailKit#1496, email-oauth2-proxy#74, where IMAP says it; POP3 has the same state',
    pop3: { by: 'exchange', refused: { command: 'STAT', reply: '-ERR User is authenticated but not connected.' } },
  },
  {
    id: 'pop3-server-busy',
    sentence: { en: 'Busy: the mailbox cannot be asked at the moment (Server Unavailable. 21).', de: 'Ausgelastet: Das Postfach lässt sich zurzeit nicht abfragen (Server Unavailable. 21).' },
    source: 'email-oauth2-proxy#379',
    pop3: { refused: { command: 'STAT', reply: '-ERR Server Unavailable. 21' } },
  },
  {
    id: 'pop3-greeting-refused',
    sentence: { en: 'Refused at the door: -ERR in place of a greeting.', de: 'An der Tür abgewiesen: -ERR an Stelle einer Begrüßung.' },
    source: 'RFC 3206 section 4; Gordano, alert 8202',
    pop3: { refused: { command: 'CONNECT', reply: '-ERR [SYS/TEMP] Too many connections, try again later' } },
  },
  {
    id: 'pop3-mailbox-in-use',
    sentence: { en: 'In use: somebody else has the mailbox open (-ERR [IN-USE]).', de: 'In Benutzung: Jemand anderes hat das Postfach geöffnet (-ERR [IN-USE]).' },
    source: 'RFC 2449 section 8.1.2; Cyrus IMAP',
    pop3: { refused: { command: 'AUTH', reply: '-ERR [IN-USE] Unable to lock maildrop: Mailbox is locked by POP server' } },
  },
  {
    id: 'pop3-password-refused',
    sentence: {
      en: 'Password refused: relay.contoso.com does not take it (Logon failure).',
      de: 'Kennwort abgelehnt: relay.contoso.com nimmt es nicht an (Logon failure).',
    },
    source: 'rust-pop3#17, fdm#123',
    pop3: { by: 'relay', refused: { command: 'AUTH', signIn: 'password', reply: '-ERR Logon failure: unknown user name or bad password.' } },
  },
  {
    id: 'pop3-cut',
    sentence: { en: 'Cut: the connection ends in the middle of a message’s header.', de: 'Getrennt: Die Verbindung endet mitten im Kopf einer Nachricht.' },
    source: 'RFC 1939 section 3',
    pop3: { breaks: { command: 'TOP', how: 'cut' } },
  },
  {
    id: 'pop3-line-never-ends',
    sentence: { en: 'Endless: the answer to STAT is a line that never ends.', de: 'Endlos: Die Antwort auf STAT ist eine Zeile, die nie endet.' },
    source: 'RFC 2449 section 4, which allows 512 characters',
    pop3: { breaks: { command: 'STAT', how: 'endless' } },
  },
  {
    id: 'pop3-certificate-other-name',
    sentence: { en: 'Other name: the certificate at POP3 is for mail.fabrikam.example.', de: 'Anderer Name: Das Zertifikat bei POP3 gilt für mail.fabrikam.example.' },
    source: 'RFC 9525',
    certificate: { fault: 'other-name', at: 'pop3' },
  },
  {
    id: 'pop3-no-stls',
    sentence: { en: 'No STLS: a firewall has taken it out of the answer at port 110.', de: 'Kein STLS: Eine Firewall hat es aus der Antwort an Port 110 entfernt.' },
    source: 'RFC 2595 section 4',
    pop3: { noStls: true },
  },
];
