import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import { StepView } from '../../../parts/guide/step-view.tsx';
import type { GuideInput, StepId } from './guide-steps.ts';
import { guideValues } from './guide-values.ts';
import { useStepDetails } from './use-step-details.ts';

/** A step of the guide, for what is in the form. */
export function GuideStep({ id, input, stored }: { id: StepId; input: GuideInput; stored: EmailForwarding }) {
  const details = useStepDetails(guideValues(input, stored));
  return <StepView detail={details[id]} />;
}
