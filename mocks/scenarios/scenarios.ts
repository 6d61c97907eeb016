import { applicationScenarios } from './application.ts';
import { mailScenarios } from './mail.ts';
import { networkScenarios } from './network.ts';
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

export const scenarios: readonly Scenario[] = [allWell, ...signInScenarios, ...refreshScenarios, ...applicationScenarios, ...mailScenarios, ...networkScenarios];

/** The scenario with this id, or null. */
export function scenarioById(id: string | null | undefined): Scenario | null {
  return scenarios.find((scenario) => scenario.id === id) ?? null;
}

export const firstScenario = allWell;
