import { pollAnswers } from './answers.ts';
import type { Scenario } from './scenario.ts';

const allWell: Scenario = {
  id: 'all-well',
  sentence: {
    en: 'All well: a person approves or declines on the sign-in page.',
    de: 'Alles gut: Ein Mensch stimmt auf der Anmeldeseite zu oder lehnt ab.',
  },
  source: 'learn.microsoft.com, OAuth 2.0 device authorization grant',
};

export const scenarios: readonly Scenario[] = [
  allWell,
  {
    id: 'declined',
    sentence: { en: 'Declined: somebody refuses the sign-in.', de: 'Abgelehnt: Jemand verweigert die Anmeldung.' },
    source: 'learn.microsoft.com, OAuth 2.0 device authorization grant',
    poll: { from: 2, answer: pollAnswers.declined },
  },
  {
    id: 'expired',
    sentence: {
      en: 'Expired: the code ends after six seconds, before anybody has used it.',
      de: 'Abgelaufen: Der Code endet nach sechs Sekunden, bevor ihn jemand benutzt hat.',
    },
    source: 'azure-sdk-for-python#32375',
    codeLifetime: 6,
  },
  {
    id: 'other-account',
    sentence: {
      en: 'Other account: whoever approves, admin@contoso.com has signed in.',
      de: 'Anderes Konto: Wer auch zustimmt, angemeldet ist admin@contoso.com.',
    },
    source: 'sasl-xoauth2#43',
    signsIn: 'admin@contoso.com',
  },
  {
    id: 'app-not-found',
    sentence: {
      en: 'Application not found: the tenant does not know the application ID (AADSTS700016).',
      de: 'Anwendung nicht gefunden: Der Mandant kennt die Anwendungs-ID nicht (AADSTS700016).',
    },
    source: 'azure-docs#21690',
    deviceCode: {
      error: 'unauthorized_client',
      code: 700016,
      text:
        "Application with identifier '{app}' was not found in the directory '{tenant}'. This can happen if the application has not been installed " +
        'by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.',
    },
  },
  {
    id: 'public-client-off',
    sentence: {
      en: 'Public client flows off: the application may not sign in with a code (AADSTS7000218).',
      de: 'Öffentliche Clientflows aus: Die Anwendung darf sich nicht mit einem Code anmelden (AADSTS7000218).',
    },
    source: 'ChannelSurf#38',
    poll: { from: 1, answer: { status: 401, error: 'invalid_client', code: 7000218, text: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'." } },
  },
  {
    id: 'mailbox-refused',
    sentence: { en: 'Mailbox refused: the mail server does not let the account in (535 5.7.3).', de: 'Postfach verweigert: Der Mailserver lässt das Konto nicht ein (535 5.7.3).' },
    source: 'sasl-xoauth2#43',
    smtp: { command: 'AUTH', signIn: 'token', reply: '535 5.7.3 Authentication unsuccessful [{host} {now} {id}]' },
  },
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
    id: 'certificate-not-trusted',
    sentence: {
      en: 'Intercepted: a web filter presents a certificate of its own for the mail server.',
      de: 'Abgefangen: Ein Webfilter legt für den Mailserver ein eigenes Zertifikat vor.',
    },
    source: 'OpenSSL, verify(1)',
    certificate: { issuer: 'Contoso Web Filter' },
  },
  {
    id: 'basic-auth-disabled',
    sentence: { en: 'Basic authentication off: no password is taken any more (535 5.7.139).', de: 'Basisauthentifizierung aus: Es wird kein Kennwort mehr angenommen (535 5.7.139).' },
    source: 'nodemailer#1714',
    smtp: { command: 'AUTH', signIn: 'password', reply: '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [{host} {now} {id}]' },
  },
  {
    id: 'password-wrong',
    sentence: { en: 'Wrong password: the mail server does not take it (535 5.7.139).', de: 'Falsches Kennwort: Der Mailserver nimmt es nicht an (535 5.7.139).' },
    source: 'answers of 2026 in public logs',
    smtp: { command: 'AUTH', signIn: 'password', reply: '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [{host} {now} {id}]' },
  },
  {
    id: 'smtp-auth-disabled-mailbox',
    sentence: {
      en: 'SMTP AUTH off: sending is switched off for the mailbox (535 5.7.139).',
      de: 'SMTP AUTH aus: Das Senden ist für das Postfach abgeschaltet (535 5.7.139).',
    },
    source: 'email-oauth2-proxy#193',
    smtp: {
      command: 'AUTH',
      reply:
        '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. ' +
        'Visit https://aka.ms/smtp_auth_disabled for more information. [{host} {now} {id}]',
    },
  },
];

/** The scenario with this id, or null. */
export function scenarioById(id: string | null | undefined): Scenario | null {
  return scenarios.find((scenario) => scenario.id === id) ?? null;
}

export const firstScenario = allWell;
