import type { Breakdown, Scenario } from './scenario.ts';

/** The receivers of notices, and how each answers; hooks.contoso.com as the scenario has it. A person can type any of them. */
export const webhookHosts: Record<string, Breakdown | null> = {
  'hooks.contoso.com': null,
  'slow.hooks.contoso.com': { answers: 'silent' },
  'moved.hooks.contoso.com': { answers: 'status', status: 308, location: 'https://hooks.contoso.com/' },
  'closed.hooks.contoso.com': { answers: 'status', status: 403 },
  'broken.hooks.contoso.com': { answers: 'status', status: 500 },
  'gone.hooks.contoso.com': { answers: 'status', status: 410 },
};

/** Where notices do not arrive: at the webhook hooks.contoso.com, and at the mail server alerts.contoso.com. */
export const noticeScenarios: readonly Scenario[] = [
  {
    id: 'webhook-silent',
    sentence: { en: 'Silence: the receiver of notices takes the connection and never answers.', de: 'Stille: Der Empfänger der Benachrichtigungen nimmt die Verbindung an und antwortet nie.' },
    source: 'RFC 9110 section 9.2.2',
    webhook: { answers: 'silent' },
  },
  {
    id: 'webhook-redirects',
    sentence: { en: 'Moved: the receiver of notices sends them on to another address (HTTP 308).', de: 'Umgezogen: Der Empfänger der Benachrichtigungen schickt sie an eine andere Adresse weiter (HTTP 308).' },
    source: 'RFC 9110 section 15.4.9',
    webhook: { answers: 'status', status: 308, location: 'http://169.254.169.254/latest/' },
  },
  {
    id: 'webhook-refuses',
    sentence: { en: 'Refused: the receiver of notices does not take the signature (HTTP 401).', de: 'Abgelehnt: Der Empfänger der Benachrichtigungen nimmt die Signatur nicht an (HTTP 401).' },
    source: 'RFC 9110 section 15.5.2',
    webhook: { answers: 'status', status: 401 },
  },
  {
    id: 'webhook-gone',
    sentence: { en: 'Gone: the receiver of notices is not there any more (HTTP 410).', de: 'Weg: Den Empfänger der Benachrichtigungen gibt es nicht mehr (HTTP 410).' },
    source: 'Standard Webhooks 1.0, delivery',
    webhook: { answers: 'status', status: 410 },
  },
  {
    id: 'webhook-busy',
    sentence: { en: 'Busy: the receiver of notices wants to be left alone for ten minutes (HTTP 429).', de: 'Überlastet: Der Empfänger der Benachrichtigungen will zehn Minuten Ruhe (HTTP 429).' },
    source: 'RFC 6585 section 4',
    webhook: { answers: 'status', status: 429, retryAfter: 600 },
  },
  {
    id: 'webhook-500',
    sentence: { en: 'Fault: the receiver of notices answers with HTTP 500.', de: 'Störung: Der Empfänger der Benachrichtigungen antwortet mit HTTP 500.' },
    source: 'RFC 9110 section 15.6.1',
    webhook: { answers: 'status', status: 500 },
  },
  {
    id: 'webhook-cut',
    sentence: { en: 'Cut: the connection to the receiver of notices ends before an answer.', de: 'Getrennt: Die Verbindung zum Empfänger der Benachrichtigungen endet vor einer Antwort.' },
    source: 'RFC 9112 section 9.6',
    webhook: { answers: 'cut' },
  },
  {
    id: 'notice-mail-refused',
    sentence: { en: 'Refused: the mail server of the notices does not take the recipient (550 5.7.1).', de: 'Abgelehnt: Der Mailserver der Benachrichtigungen nimmt den Empfänger nicht an (550 5.7.1).' },
    source: 'RFC 3463 section 3.8',
    smtp: { by: 'second', command: 'RCPT TO', reply: '550 5.7.1 Relaying denied' },
  },
];
