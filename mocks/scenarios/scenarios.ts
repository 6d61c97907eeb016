import type { Language } from '../../contract/fields.ts';
import { applicationScenarios } from './application.ts';
import { exchangeScenarios } from './exchange.ts';
import { mailScenarios } from './mail.ts';
import { noticeScenarios } from './notices.ts';
import { networkScenarios } from './network.ts';
import { pop3Scenarios } from './pop3.ts';
import { refreshScenarios } from './refresh.ts';
import type { Scenario } from './scenario.ts';
import { signInScenarios } from './sign-in.ts';

const allWell: Scenario = {
  id: 'all-well',
  sentence: {
    en: 'All well: a person approves or declines on the sign-in page.',
    de: 'Alles gut: Ein Mensch stimmt auf der Anmeldeseite zu oder lehnt ab.',
  },
  source: 'learn.microsoft.com, OAuth 2.0 device authorization grant',
};

/** As the panel shows them: by what they are about. */
export const scenarioGroups: readonly { name: Record<Language, string>; scenarios: readonly Scenario[] }[] = [
  { name: { en: 'All well', de: 'Alles gut' }, scenarios: [allWell] },
  { name: { en: 'Sign-in with a code', de: 'Anmeldung mit Code' }, scenarios: [...signInScenarios, ...refreshScenarios] },
  { name: { en: 'Application with a secret', de: 'Anwendung mit Geheimnis' }, scenarios: applicationScenarios },
  { name: { en: 'Mail server', de: 'Mailserver' }, scenarios: mailScenarios },
  { name: { en: 'Queue mailbox (POP3)', de: 'Warteschlangenpostfach (POP3)' }, scenarios: pop3Scenarios },
  { name: { en: 'Exchange and Graph', de: 'Exchange und Graph' }, scenarios: exchangeScenarios },
  { name: { en: 'Notices', de: 'Benachrichtigungen' }, scenarios: noticeScenarios },
  { name: { en: 'Network', de: 'Netzwerk' }, scenarios: networkScenarios },
];

export const scenarios: readonly Scenario[] = scenarioGroups.flatMap((group) => group.scenarios);

/** The scenario with this id, or null. */
export function scenarioById(id: string | null | undefined): Scenario | null {
  return scenarios.find((scenario) => scenario.id === id) ?? null;
}

export const firstScenario = allWell;
