import { Trans } from '@lingui/react/macro';
import type { Provider, ProviderName } from '../../../../contract/external-providers.ts';
import { GuideFrame } from '../../../parts/guide/guide-frame.tsx';
import { paths } from '../../../paths.ts';
import { GuideStep } from './guide-step.tsx';
import { providerSteps } from './provider-steps.ts';
import { tabOf } from './provider-tabs.ts';
import type { ProviderValues } from './provider-values.ts';
import { useStepTitles } from './use-step-titles.ts';

/** What is done once at Microsoft, or at the own Exchange server, for the values that are in the form. */
export function ProviderGuide({ name, values, stored }: { name: ProviderName; values: ProviderValues; stored: Provider }) {
  const titles = useStepTitles();
  return (
    <GuideFrame
      title={values.authMethod === 'basic' && <Trans>At your Exchange server</Trans>}
      steps={providerSteps(name, values)}
      titles={titles}
      step={(id) => <GuideStep id={id} name={name} values={values} stored={stored} />}
      sheet={(owner) => paths.externalProvidersSheet(tabOf[name], owner)}
    />
  );
}
