import { useWatch } from 'react-hook-form';
import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import { GuideFrame } from '../../../parts/guide/guide-frame.tsx';
import { later } from '../../../parts/later.tsx';
import { paths } from '../../../paths.ts';
import { guideSteps } from './guide-steps.ts';
import type { SettingsForm } from './use-settings-form.ts';
import { useStepTitles } from './use-step-titles.ts';

const BasicGuide = later(async () => (await import('./basic-guide.tsx')).BasicGuide);
const GuideStep = later(async () => (await import('./guide-step.tsx')).GuideStep);

/** What is done once at Microsoft, for the values that are in the form. */
export function Guide({ form, stored }: { form: SettingsForm; stored: EmailForwarding }) {
  const titles = useStepTitles();
  const [authMethod, cloud, emailAddress, signInAs, tenantId, applicationId] = useWatch({ control: form.control, name: ['authMethod', 'cloud', 'emailAddress', 'signInAs', 'tenantId', 'applicationId'] });
  const input = { authMethod, cloud, emailAddress, signInAs, tenantId, applicationId };
  if (authMethod === 'basic') return <BasicGuide mailbox={emailAddress.trim()} />;
  return <GuideFrame steps={guideSteps(input)} titles={titles} step={(id) => <GuideStep id={id} input={input} stored={stored} />} sheet={paths.emailForwardingSheet} />;
}
