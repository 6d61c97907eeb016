import type { StepId } from './guide-steps.ts';
import type { GuideValues } from './guide-values.ts';
import type { StepDetail } from '../../../parts/guide/step-detail.ts';
import { useEntraDetails } from './use-entra-details.ts';
import { useExchangeDetails } from './use-exchange-details.ts';

/** What the steps say for these values: the one source of the guide and the sheets. */
export function useStepDetails(values: GuideValues): Record<StepId, StepDetail> {
  return { ...useEntraDetails(values), ...useExchangeDetails(values) };
}
