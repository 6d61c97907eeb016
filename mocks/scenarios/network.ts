import type { Scenario } from './scenario.ts';

/** What lies between here and Microsoft 365. */
export const networkScenarios: readonly Scenario[] = [
  {
    id: 'host-not-found',
    sentence: { en: 'Host not found: the mail server’s name cannot be resolved.', de: 'Host nicht gefunden: Der Name des Mailservers lässt sich nicht auflösen.' },
    source: 'getaddrinfo(3)',
    connection: { to: 'mail', reason: 'host-not-found', code: 'ENOTFOUND' },
  },
  {
    id: 'connection-refused',
    sentence: { en: 'Refused: nobody takes connections at the mail server’s port.', de: 'Abgewiesen: Am Port des Mailservers nimmt niemand Verbindungen an.' },
    source: 'connect(2)',
    connection: { to: 'mail', reason: 'refused', code: 'ECONNREFUSED' },
  },
  {
    id: 'connection-timeout',
    sentence: { en: 'Dropped: a firewall swallows what goes to the mail server.', de: 'Verworfen: Eine Firewall verschluckt, was zum Mailserver geht.' },
    source: 'connect(2)',
    connection: { to: 'mail', reason: 'timeout', code: 'ETIMEDOUT' },
  },
  {
    id: 'identity-not-reached',
    sentence: { en: 'Microsoft not reached: a firewall refuses connections to the sign-in service.', de: 'Microsoft nicht erreicht: Eine Firewall weist Verbindungen zum Anmeldedienst ab.' },
    source: 'connect(2)',
    connection: { to: 'identity', reason: 'refused', code: 'ECONNREFUSED' },
  },
  {
    id: 'certificate-not-trusted',
    sentence: {
      en: 'Intercepted: a web filter presents a certificate of its own for the mail server.',
      de: 'Abgefangen: Ein Webfilter legt für den Mailserver ein eigenes Zertifikat vor.',
    },
    source: 'OpenSSL, verify(1)',
    certificate: { fault: 'not-trusted', issuer: 'Contoso Web Filter' },
  },
  {
    id: 'certificate-other-name',
    sentence: { en: 'Other name: the mail server’s certificate is for mail.fabrikam.example.', de: 'Anderer Name: Das Zertifikat des Mailservers gilt für mail.fabrikam.example.' },
    source: 'RFC 9525',
    certificate: { fault: 'other-name' },
  },
  {
    id: 'certificate-expired',
    sentence: { en: 'Expired: the mail server’s certificate ended yesterday.', de: 'Abgelaufen: Das Zertifikat des Mailservers endete gestern.' },
    source: 'OpenSSL, verify(1)',
    certificate: { fault: 'expired' },
  },
  {
    id: 'no-starttls',
    sentence: { en: 'No STARTTLS: a firewall has taken it out of the mail server’s answer.', de: 'Kein STARTTLS: Eine Firewall hat es aus der Antwort des Mailservers entfernt.' },
    source: 'RFC 3207 section 6',
    noStartTls: true,
  },
  {
    id: 'cut-in-data',
    sentence: { en: 'Cut in the middle: the connection ends while the mail is on its way.', de: 'Mittendrin getrennt: Die Verbindung endet, während die E-Mail unterwegs ist.' },
    source: 'RFC 5321 section 4.5.3.2.6',
    cut: 'DATA',
  },
  {
    id: 'identity-500',
    sentence: { en: 'Microsoft’s fault: the sign-in service answers with HTTP 500.', de: 'Störung bei Microsoft: Der Anmeldedienst antwortet mit HTTP 500.' },
    source: 'RFC 9110 section 15.6.1',
    identity: { answers: 'status', status: 500 },
  },
  {
    id: 'identity-429',
    sentence: { en: 'Too many requests: the sign-in service answers with HTTP 429 and nothing else.', de: 'Zu viele Anfragen: Der Anmeldedienst antwortet mit HTTP 429 und sonst nichts.' },
    source: 'RFC 6585 section 4',
    identity: { answers: 'status', status: 429, retryAfter: 60 },
  },
  {
    id: 'identity-html',
    sentence: { en: 'Web page: a portal answers in place of the sign-in service.', de: 'Webseite: Ein Portal antwortet an Stelle des Anmeldedienstes.' },
    source: 'RFC 8952',
    identity: { answers: 'html' },
  },
  {
    id: 'identity-silent',
    sentence: { en: 'Silence: the sign-in service takes the connection and never answers.', de: 'Stille: Der Anmeldedienst nimmt die Verbindung an und antwortet nie.' },
    source: 'RFC 9110 section 9.2.2',
    identity: { answers: 'silent' },
  },
  {
    id: 'identity-cut',
    sentence: { en: 'Cut: the connection to the sign-in service ends before an answer.', de: 'Getrennt: Die Verbindung zum Anmeldedienst endet vor einer Antwort.' },
    source: 'RFC 9112 section 9.6',
    identity: { answers: 'cut' },
  },
  {
    id: 'clock-wrong',
    sentence: { en: 'Clock wrong: this machine is ten minutes behind Microsoft.', de: 'Uhr falsch: Diese Maschine geht gegenüber Microsoft zehn Minuten nach.' },
    source: 'RFC 9110 section 6.6.1',
    clockOffsetSeconds: 600,
  },
];
