import type { StepOwner } from '../../../../../parts/guide/guide-frame.tsx';
import type { RegistrationStep } from '../../../../../parts/guide/use-registration-details.ts';
import type { GuideValues } from './guide-values.ts';

export type StepId = RegistrationStep | 'object-id' | 'mailboxes' | 'test';

/** Who does what once, in the order in which it works; the test takes the secret, so it is on no sheet. A mail server of one's own knows no application. */
export function guideSteps({ authMethod, objectId }: Pick<GuideValues, 'authMethod' | 'objectId'>): Record<StepOwner | 'own', readonly StepId[]> {
  if (authMethod === 'basic') return { entra: [], exchange: [], own: [] };
  return {
    entra: ['register', 'ids', 'permissions', 'consent', 'secret'],
    exchange: [...(objectId ? [] : (['object-id'] as const)), 'mailboxes'],
    own: ['test'],
  };
}
