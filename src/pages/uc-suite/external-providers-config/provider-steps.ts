import { isMicrosoftHost } from '../../../../contract/clouds.ts';
import type { ProviderName } from '../../../../contract/external-providers.ts';
import type { StepOwner } from '../../../parts/guide/guide-frame.tsx';
import type { RegistrationStep } from '../../../parts/guide/use-registration-details.ts';
import type { ProviderValues } from './provider-values.ts';

/** What the steps depend on, as it is typed or saved. */
export type GuideInput = Pick<ProviderValues, 'authMethod' | 'access' | 'cloud' | 'server' | 'username' | 'tenantId' | 'applicationId'>;

export type ExchangeStep = 'allow-ews' | 'scope' | 'public-folders' | 'password' | 'impersonation';
export type StepId = RegistrationStep | ExchangeStep;

/** Who does what once, in the portal's order. */
export function providerSteps(name: ProviderName, { authMethod, access, server }: Pick<GuideInput, 'authMethod' | 'access' | 'server'>): Record<StepOwner, readonly StepId[]> {
  const isCalendar = name === 'exchange-calendar';
  if (authMethod === 'basic') return { entra: [], exchange: ['password', isCalendar ? 'impersonation' : 'public-folders'] };
  const isOnline = isMicrosoftHost(URL.canParse(server.trim()) ? new URL(server.trim()).hostname : '');
  return {
    entra: ['register', 'ids', 'permissions', 'consent', 'secret'],
    exchange: [...(isOnline && access === 'ews' ? (['allow-ews'] as const) : []), ...(isOnline ? (['scope'] as const) : []), ...(isCalendar ? [] : (['public-folders'] as const))],
  };
}
