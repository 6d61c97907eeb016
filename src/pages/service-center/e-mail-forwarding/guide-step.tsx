import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import type { GuideInput, StepId } from './guide-steps.ts';
import { guideValues } from './guide-values.ts';
import { StepView } from './step-view.tsx';

/** A step of the guide, for what is in the form. */
export function GuideStep({ id, input, stored }: { id: StepId; input: GuideInput; stored: EmailForwarding }) {
  return <StepView id={id} values={guideValues(input, stored)} />;
}
