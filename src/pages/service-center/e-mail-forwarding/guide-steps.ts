import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';

/** What the steps depend on, as it is typed or saved. */
export type GuideInput = Pick<EmailForwarding, 'authMethod' | 'cloud' | 'emailAddress' | 'signInAs' | 'tenantId' | 'applicationId'>;

export type EntraStep = 'register' | 'ids' | 'public-client' | 'secret' | 'permissions' | 'consent' | 'enterprise-app' | 'user-sign-in';
export type ExchangeStep = 'smtp-auth' | 'send-as' | 'service-principal';
export type StepId = EntraStep | ExchangeStep;
export interface GuideSteps {
  entra: readonly EntraStep[];
  exchange: readonly ExchangeStep[];
}

/** Who does what once, in the portal's order. */
export function guideSteps({ authMethod, emailAddress, signInAs, tenantId }: GuideInput): GuideSteps {
  if (authMethod === 'basic') return { entra: [], exchange: [] };
  if (authMethod === 'microsoft-oauth-application') return { entra: ['register', 'ids', 'secret', 'permissions', 'consent', 'enterprise-app'], exchange: ['service-principal'] };
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  // A personal account consents for itself, and has no administrator.
  if (same(tenantId, 'consumers')) return { entra: ['register', 'ids', 'public-client', 'permissions'], exchange: [] };
  const isShared = signInAs?.includes('@') && !same(signInAs, emailAddress);
  return { entra: ['register', 'ids', 'public-client', 'permissions', 'consent', 'enterprise-app', 'user-sign-in'], exchange: isShared ? ['smtp-auth', 'send-as'] : ['smtp-auth'] };
}
