import type { Provider, ProviderName } from '../../../../contract/external-providers.ts';
import { StepView } from '../../../parts/guide/step-view.tsx';
import { guideValues } from './guide-values.ts';
import type { GuideInput, StepId } from './provider-steps.ts';
import { useStepDetails } from './use-step-details.ts';

/** A step of the guide, for what is in the form. */
export function GuideStep({ id, name, values, stored }: { id: StepId; name: ProviderName; values: GuideInput; stored: Provider }) {
  const details = useStepDetails(name, guideValues(values, stored));
  return <StepView detail={details[id]} />;
}
