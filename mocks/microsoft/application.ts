import { missingParameter, requestAnswers } from '../scenarios/answers.ts';
import type { Answer } from '../scenarios/scenario.ts';

const wrongSecret = 'wrong';

/** How client credentials are refused before any scenario, or null. Every secret is right but the word “wrong”. */
export function refusesApplication(tenant: string, form: Record<string, string | undefined>): Answer | null {
  if (/^(?:common|consumers|organizations)$/i.test(tenant)) return requestAnswers.tenantAlias;
  if (!form.client_secret && !form.client_assertion) return requestAnswers.secretNeeded;
  if (form.client_secret === wrongSecret) return requestAnswers.secretWrong;
  if (!form.scope) return missingParameter('scope');
  return form.scope.endsWith('/.default') ? null : requestAnswers.scopeOfApplication;
}
