import type { Explanation } from './explanation.ts';

/** What only a pasted text shows: answers of IMAP, of PowerShell, and what no entry claims, with what it rules out and what to look at next. */
export const otherExplanations = {
  'mailbox-not-connected': {
    match: { pop3: [/User is authenticated but not connected/i], imap: [/User is authenticated but not connected/i] },
    source: 'MailKit#1496, email-oauth2-proxy#74 and #244',
    owner: 'exchange-admin',
    retry: 'no',
    retryAfterMinutes: 120,
    cause: {
      en: 'Exchange took the sign-in, but finds no way into the mailbox: the username is not that of the mailbox, the right to it is missing, or it is not in force yet.',
      de: 'Exchange hat die Anmeldung angenommen, findet aber nicht ins Postfach: Der Benutzername ist nicht der des Postfachs, das Recht daran fehlt, oder es gilt noch nicht.',
    },
    fix: {
      en: 'Compare the username with the primary address of the mailbox, and see who has rights to it, in Exchange Online PowerShell. After a change wait up to two hours.',
      de: 'Vergleichen Sie den Benutzernamen mit der primären Adresse des Postfachs, und sehen Sie nach, wer Rechte daran hat, in der Exchange Online PowerShell. Warten Sie nach einer Änderung bis zu zwei Stunden.',
    },
    script: ['Get-Mailbox -Identity {mailbox} | Format-List PrimarySmtpAddress, RecipientTypeDetails', 'Get-MailboxPermission -Identity {mailbox}'].join('\n'),
  },
  'imap-sign-in-refused': {
    match: { imap: [/^NO (?:AUTHENTICATE|LOGIN) failed/i, /^NO \[AUTHENTICATIONFAILED\]/i] },
    source: 'learn.microsoft.com, IMAP with OAuth: the refusal says no more; RFC 5530',
    owner: 'exchange-admin',
    retry: 'no',
    retryAfterMinutes: 120,
    cause: {
      en: 'The mail server does not let this sign-in into the mailbox by IMAP, and says no more. With OAuth the token was issued: tenant, application and secret are right.',
      de: 'Der Mailserver lässt diese Anmeldung über IMAP nicht in das Postfach und sagt nicht mehr. Mit OAuth wurde das Token ausgestellt: Mandant, Anwendung und Geheimnis stimmen.',
    },
    fix: {
      en: 'See in Exchange Online PowerShell whether IMAP is switched on for the mailbox, and who has rights to it. An application must be registered there as service principal. After a change wait up to two hours.',
      de: 'Sehen Sie in der Exchange Online PowerShell nach, ob IMAP für das Postfach eingeschaltet ist und wer Rechte daran hat. Eine Anwendung muss dort als Dienstprinzipal registriert sein. Warten Sie nach einer Änderung bis zu zwei Stunden.',
    },
    script: ['Get-CASMailbox -Identity {mailbox} | Format-List ImapEnabled', 'Get-MailboxPermission -Identity {mailbox}'].join('\n'),
  },
  'powershell-modules-clash': {
    match: { words: [/Could not load (?:file or assembly|type) .{0,40}System\.IdentityModel\.Tokens\.Jwt/i] },
    source: 'learn.microsoft.com, Connect to Exchange Online PowerShell',
    owner: 'exchange-admin',
    retry: 'no',
    cause: {
      en: 'Two PowerShell modules in one window bring different versions of the same library. Microsoft 365 has refused nothing.',
      de: 'Zwei PowerShell-Module in einem Fenster bringen verschiedene Versionen derselben Bibliothek mit. Microsoft 365 hat nichts abgelehnt.',
    },
    fix: {
      en: 'Open a new PowerShell window and run Connect-ExchangeOnline first, or use a window of its own for each of the two modules.',
      de: 'Öffnen Sie ein neues PowerShell-Fenster und führen Sie dort Connect-ExchangeOnline zuerst aus, oder nehmen Sie für jedes der beiden Module ein eigenes Fenster.',
    },
  },
  'unknown-network': {
    match: { unknown: 'network' },
    source: 'errno(3)',
    owner: 'network-admin',
    retry: 'no',
    cause: {
      en: 'A connection failed, for a reason that this version does not know. Nobody has answered, so nothing is said of account, application and rights.',
      de: 'Eine Verbindung ist gescheitert, aus einem Grund, den diese Version nicht kennt. Niemand hat geantwortet; über Konto, Anwendung und Rechte ist damit nichts gesagt.',
    },
    fix: {
      en: 'Check the function in Postern: its steps show whether the name, the connection or the encryption fails. From another machine the same connection tells whether it is this one’s network.',
      de: 'Prüfen Sie die Funktion in Postern: Die Schritte zeigen, ob der Name, die Verbindung oder die Verschlüsselung scheitert. Dieselbe Verbindung von einer anderen Maschine aus zeigt, ob es am Netz dieser Maschine liegt.',
    },
  },
  'unknown-tls': {
    match: { unknown: 'tls' },
    source: 'RFC 8446 section 6',
    owner: 'network-admin',
    retry: 'no',
    cause: {
      en: 'The encryption failed, for a reason that this version does not know. Name and connection are fine; account, application and rights have not been looked at.',
      de: 'Die Verschlüsselung ist gescheitert, aus einem Grund, den diese Version nicht kennt. Name und Verbindung stimmen; Konto, Anwendung und Rechte wurden nicht angesehen.',
    },
    fix: {
      en: 'See who has issued the certificate that this machine gets: the step with the certificate of a check in Postern names it. Another issuer than a public authority is somebody in between.',
      de: 'Sehen Sie nach, wer das Zertifikat ausgestellt hat, das diese Maschine bekommt: Der Schritt mit dem Zertifikat einer Prüfung in Postern nennt es. Ein anderer Aussteller als eine öffentliche Stelle ist jemand dazwischen.',
    },
  },
  'unknown-imap': {
    match: { unknown: 'imap' },
    source: 'RFC 9051 section 7.1',
    owner: 'exchange-admin',
    retry: 'no',
    cause: {
      en: 'The mail server refused something by IMAP, for a reason that this version does not know. Network and encryption are fine, since it has answered.',
      de: 'Der Mailserver hat über IMAP etwas abgelehnt, aus einem Grund, den diese Version nicht kennt. Netz und Verschlüsselung stimmen, denn er hat geantwortet.',
    },
    fix: {
      en: 'Look at the command before the answer, and with OAuth in Entra ID → Sign-in logs whether there is a sign-in at this time.',
      de: 'Sehen Sie den Befehl vor der Antwort an, und bei OAuth in Entra ID → Anmeldeprotokolle, ob es zu dieser Zeit eine Anmeldung gibt.',
    },
  },
  'unknown-graph': {
    match: { unknown: 'graph' },
    source: 'learn.microsoft.com, Graph errors',
    owner: 'entra-admin',
    retry: 'no',
    cause: {
      en: 'Microsoft Graph refused a request[ ({error})], for a reason that this version does not know. Network and encryption are fine, since it has answered.',
      de: 'Microsoft Graph hat eine Anfrage abgelehnt[ ({error})], aus einem Grund, den diese Version nicht kennt. Netz und Verschlüsselung stimmen, denn es hat geantwortet.',
    },
    fix: {
      en: 'Microsoft’s documentation of Graph lists the code. Next, keep the request-id and the date of the answer: Microsoft’s support finds the request by them.',
      de: 'Die Dokumentation von Microsoft Graph führt den Code auf. Behalten Sie als Nächstes die request-id und das Datum der Antwort: Damit findet der Support von Microsoft die Anfrage.',
    },
  },
  'text-not-recognised': {
    match: { unknown: 'text' },
    source: 'no answer at all',
    owner: 'telephone-admin',
    retry: 'no',
    cause: {
      en: 'The text holds no answer of Microsoft, a mail server or the network that this version knows.',
      de: 'Der Text enthält keine Antwort von Microsoft, einem Mailserver oder dem Netz, die diese Version kennt.',
    },
    fix: {
      en: 'Paste the whole message, from the line with the error on: a number behind AADSTS, a reply such as 535 5.7.3, or a code such as ErrorAccessDenied tells the most. In Postern it is under Show transcript at the check.',
      de: 'Fügen Sie die ganze Meldung ein, ab der Zeile mit dem Fehler: Eine Nummer hinter AADSTS, eine Antwort wie 535 5.7.3 oder ein Code wie ErrorAccessDenied sagt am meisten. In Postern steht sie bei der Prüfung im Protokoll.',
    },
  },
} satisfies Record<string, Explanation>;
