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
