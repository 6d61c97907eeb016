import { StepView } from '../../../../../parts/guide/step-view.tsx';
import type { StepId } from './guide-steps.ts';
import type { GuideValues } from './guide-values.ts';
import { useStepDetails } from './use-step-details.ts';

/** A step of the guide for one application. */
export function GuideStep({ id, values, isOneOfSeveral = false }: { id: StepId; values: GuideValues; isOneOfSeveral?: boolean }) {
  const details = useStepDetails(values, isOneOfSeveral);
  return <StepView detail={details[id]} />;
}
