import { Trans } from '@lingui/react/macro';
import type { Pilot } from '../../../../../../contract/contact-center.ts';
import { GuideFrame } from '../../../../../parts/guide/guide-frame.tsx';
import { paths } from '../../../../../paths.ts';
import type { PilotValues } from '../pilot-values.ts';
import { BasicGuide } from './basic-guide.tsx';
import { GuideStep } from './guide-step.tsx';
import { guideSteps } from './guide-steps.ts';
import { guideValues } from './guide-values.ts';
import { useStepTitles } from './use-step-titles.ts';

interface PilotGuideProps {
  queueId: string;
  /** Null for one that is not saved yet. */
  pilotId: string | null;
  values: PilotValues;
  stored: Pilot;
}

/** What is done once for an e-mail pilot, with the values that are in its form. */
export function PilotGuide({ queueId, pilotId, values, stored }: PilotGuideProps) {
  const shown = guideValues(values, stored);
  const titles = useStepTitles(shown);
  if (shown.authMethod === 'basic') return <BasicGuide />;
  return (
    <GuideFrame
      intro={<Trans>What is done once for this queue pilot, with the values of the form.</Trans>}
      steps={guideSteps(shown)}
      titles={titles}
      step={(id) => <GuideStep id={id} values={shown} />}
      sheet={(owner) => paths.queuePilotsSheet(queueId, owner, pilotId ?? 'new')}
    />
  );
}
