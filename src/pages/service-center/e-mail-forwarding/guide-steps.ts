import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import { isTenantAlias } from '../../../../contract/tenant-alias.ts';

/** What the guide and the sheets are made of: empty is what is not known yet. */
export type GuideValues = Pick<EmailForwarding, 'authMethod' | 'cloud' | 'emailAddress' | 'signInAs' | 'tenantId' | 'applicationId'> & {
  /** Of the enterprise application, where a token has told it. */
  objectId: string;
};

export type EntraStep = 'register' | 'ids' | 'public-client' | 'secret' | 'permissions' | 'consent' | 'enterprise-app' | 'user-sign-in';
export type ExchangeStep = 'smtp-auth' | 'send-as' | 'service-principal';
export type StepId = EntraStep | ExchangeStep;
export interface GuideSteps {
  entra: readonly EntraStep[];
  exchange: readonly ExchangeStep[];
}

/** Values to go by: what is only half typed counts as not known, so that it gets into no link and no script. */
export function guideValues({ emailAddress, signInAs, tenantId, applicationId, ...rest }: Omit<GuideValues, 'objectId'>, { lastToken, ...stored }: Pick<EmailForwarding, 'applicationId' | 'lastToken'>): GuideValues {
  const given = (pattern: RegExp, value: string | null) => (value && pattern.test(value.trim()) ? value.trim() : '');
  const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
  const id = given(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, applicationId);
  return {
    ...rest,
    emailAddress: given(address, emailAddress),
    signInAs: given(address, signInAs) || null,
    tenantId: isTenantAlias(tenantId.trim()) ? tenantId.trim() : given(/^[\w-]+(?:\.[\w-]+)+$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, tenantId),
    applicationId: id,
    objectId: id !== '' && id === stored.applicationId ? (lastToken?.objectId ?? '') : '',
  };
}

/** Who does what once, in the portal's order. */
export function guideSteps({ authMethod, emailAddress, signInAs, tenantId }: GuideValues): GuideSteps {
  if (authMethod === 'basic') return { entra: [], exchange: [] };
  if (authMethod === 'microsoft-oauth-application') return { entra: ['register', 'ids', 'secret', 'permissions', 'consent', 'enterprise-app'], exchange: ['service-principal'] };
  // A personal account consents for itself, and has no administrator.
  if (tenantId.toLowerCase() === 'consumers') return { entra: ['register', 'ids', 'public-client', 'permissions'], exchange: [] };
  const isShared = signInAs !== null && signInAs.toLowerCase() !== emailAddress.toLowerCase();
  return { entra: ['register', 'ids', 'public-client', 'permissions', 'consent', 'enterprise-app', 'user-sign-in'], exchange: isShared ? ['smtp-auth', 'send-as'] : ['smtp-auth'] };
}
