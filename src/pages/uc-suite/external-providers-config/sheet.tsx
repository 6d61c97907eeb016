import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import type { ProviderName } from '../../../../contract/external-providers.ts';
import { providerQuery } from '../../../api/external-providers.ts';
import { queryClient, usePrefetched } from '../../../api/query-client.ts';
import { NotFound } from '../../../parts/frame/not-found.tsx';
import type { StepOwner } from '../../../parts/guide/guide-frame.tsx';
import { SheetFrame } from '../../../parts/guide/sheet-frame.tsx';
import { SheetSteps } from '../../../parts/guide/sheet-steps.tsx';
import { paths } from '../../../paths.ts';
import { guideValues } from './guide-values.ts';
import { providerSteps } from './provider-steps.ts';
import { nameOfTab, tabOf } from './provider-tabs.ts';
import { useProviderWords } from './use-provider-words.ts';
import { useStepDetails } from './use-step-details.ts';
import { useStepTitles } from './use-step-titles.ts';

/** Fetches what is saved. */
export async function loader(): Promise<null> {
  await Promise.all((Object.keys(tabOf) as ProviderName[]).map((name) => queryClient.ensureQueryData(providerQuery(name))));
  return null;
}

/** What one of the two administrators has to do for a tab, to be printed and handed over. */
export function Component() {
  const { tab, owner } = useParams();
  const name = nameOfTab(tab);
  return name && (owner === 'entra' || owner === 'exchange') ? <Sheet name={name} owner={owner} /> : <NotFound />;
}

function Sheet({ name, owner }: { name: ProviderName; owner: StepOwner }) {
  const { t } = useLingui();
  const titles = useStepTitles();
  const { titles: names, authMethods, accesses } = useProviderWords();
  const { settings } = usePrefetched(providerQuery(name));
  const values = guideValues(settings, settings);
  const details = useStepDetails(name, values);
  const { authMethod, access, server, username } = values;
  const what = names[name];
  const steps = providerSteps(name, values)[owner];
  return (
    <SheetFrame
      title={owner === 'entra' ? t`${what}: for the Entra administrator` : t`${what}: for the Exchange administrator`}
      above={[t`UC Suite`, t`External Providers Config`]}
      back={paths.externalProviders(tabOf[name])}
      configured={settings.configured}
      isEmpty={steps.length === 0}
      intro={
        name === 'exchange-calendar' ? (
          <Trans>A telephone system is to read the calendars of its users, to set their presence by them. These steps are done once.</Trans>
        ) : (
          <Trans>A telephone system is to find contacts in the public folders of Exchange. These steps are done once.</Trans>
        )
      }
    >
      <SheetSteps
        values={authMethod === 'basic' ? null : values}
        facts={[
          [t`Username`, username || '<mailbox>'],
          [t`Auth Method`, authMethods[authMethod]],
          [t`Access`, accesses[access]],
          [t`Server`, server || '<server>'],
        ]}
        steps={steps}
        titles={titles}
        details={details}
      />
    </SheetFrame>
  );
}
