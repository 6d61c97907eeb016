import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { logSettingsQuery } from '../../../api/diagnosis-logs.ts';
import { queryClient, usePrefetched } from '../../../api/query-client.ts';
import { Page } from '../../../parts/frame/page.tsx';
import { RoleNote } from '../../../parts/role-note.tsx';
import { useMay } from '../../../parts/use-may.ts';
import { ChoiceFields } from './choice-fields.tsx';
import { firstChoice } from './choice.ts';
import { ContentsList } from './contents-list.tsx';
import { Download } from './download.tsx';

/** Fetches whether the UC Suite protocols are recorded. */
export async function loader(): Promise<null> {
  await queryClient.ensureQueryData(logSettingsQuery);
  return null;
}

/** Service Center → Diagnosis Logs. */
export function Component() {
  const { t } = useLingui();
  const stored = usePrefetched(logSettingsQuery);
  const mayDownload = useMay('advanced');
  const [chosen, choose] = useState(() => firstChoice(Date.now()));
  // Somebody may have switched them off meanwhile.
  const choice = { ...chosen, ucSuiteProtocols: chosen.ucSuiteProtocols && stored.settings.ucSuiteProtocols };
  return (
    <Page title={t`Diagnosis Logs`} above={[t`Service Center`]}>
      <p className="muted">
        <Trans>What happened, and what Postern and the servers said to each other, as one ZIP: for yourself, or for support.</Trans>
      </p>
      <ChoiceFields choice={choice} choose={choose} stored={stored} maySwitch={mayDownload} />
      {mayDownload ? <Download choice={choice} /> : <RoleNote needed="advanced" action={<Trans>Download</Trans>} />}
      <ContentsList />
    </Page>
  );
}
