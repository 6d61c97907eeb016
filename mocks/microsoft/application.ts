import { clouds } from '../../contract/clouds.ts';
import { missingParameter, requestAnswers, unknownResource } from '../scenarios/answers.ts';
import type { Answer } from '../scenarios/scenario.ts';

// The portal shows a secret's ID beside its value, and a value is never a GUID.
const wrongSecret = /^(?:wrong|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/** How client credentials are refused before any scenario, or null. Every secret is right but the word “wrong” and the ID of one. `authority` is the origin that is asked. */
export function refusesApplication(tenant: string, form: Record<string, string | undefined>, authority: string): Answer | null {
  if (/^(?:common|consumers|organizations)$/i.test(tenant)) return requestAnswers.tenantAlias;
  if (!form.client_secret && !form.client_assertion) return requestAnswers.secretNeeded;
  if (wrongSecret.test(form.client_secret ?? '')) return requestAnswers.secretWrong;
  if (!form.scope) return missingParameter('scope');
  if (!form.scope.endsWith('/.default')) return requestAnswers.scopeOfApplication;
  return rolesOf(form.scope, authority).length > 0 ? null : unknownResource(form.scope.slice(0, -'/.default'.length));
}

/** What a consented application may do at the resource of this scope; nothing where this authority's clouds do not know it. */
export function rolesOf(scope: string, authority: string): readonly string[] {
  const served = Object.values(clouds).filter((cloud) => cloud.authority === authority || !isMicrosoft(authority));
  if (served.some(({ exchangeScope }) => exchangeScope === scope) || scope === 'https://outlook.office.com/.default') return ['SMTP.SendAsApp', 'POP.AccessAsApp', 'full_access_as_app'];
  return served.some(({ graph }) => `${graph}/.default` === scope) ? ['Calendars.Read'] : [];
}

function isMicrosoft(authority: string): boolean {
  return Object.values(clouds).some((cloud) => cloud.authority === authority);
}
