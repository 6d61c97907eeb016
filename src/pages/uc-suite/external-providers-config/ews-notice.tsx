import { Plural, Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { ewsRetirement } from '../../../../contract/ews-retirement.ts';
import type { ProviderName } from '../../../../contract/external-providers.ts';
import { allowEwsScript } from '../../../../contract/powershell-ews.ts';
import { known } from '../../../parts/guide/known.ts';
import { Script } from '../../../parts/script.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useNow } from '../../../ui/use-now.ts';
import type { ProviderValues } from './provider-values.ts';

interface EwsNoticeProps {
  name: ProviderName;
  values: ProviderValues;
  onUseGraph: () => void;
}

/** How far the end of Exchange Web Services in Exchange Online has come, and the way on; nothing for a server of the company's own. */
export function EwsNotice({ name, values, onUseGraph }: EwsNoticeProps) {
  const { i18n } = useLingui();
  const retirement = ewsRetirement(new Date(useNow(60 * 60_000)), values.server.trim());
  if (!retirement) return null;
  const { stage, daysLeft } = retirement;
  const day = (at: string) => <time dateTime={at}>{new Intl.DateTimeFormat(i18n.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at))}</time>;
  const [blockedFrom, goneFrom] = [day(retirement.blockedFrom), day(retirement.goneFrom)];
  const script = allowEwsScript({ cloud: values.cloud, applicationId: known.id(values.applicationId) || '<application-id>', mailbox: known.address(values.username) });
  return (
    <Notice tone="warn">
      {stage === 'gone' ? (
        <p>
          <Trans>Exchange Online has had no Exchange Web Services since {goneFrom}. Nothing opens them any more.</Trans>
        </p>
      ) : (
        <>
          <p>
            {stage === 'announced' ? <Trans>Exchange Online blocks Exchange Web Services from {blockedFrom} on.</Trans> : <Trans>Exchange Online has blocked Exchange Web Services since {blockedFrom}.</Trans>}{' '}
            <Trans>
              They work only where the tenant has <code>EwsEnabled</code> set to True and this Application ID in <code>EwsAllowedAppIDs</code>.
            </Trans>{' '}
            <Trans>On {goneFrom} they end for good.</Trans> {stage === 'blocked' && daysLeft !== null && <Plural value={daysLeft} one="That is in # day." other="That is in # days." />}
          </p>
          <details>
            <summary>
              <Trans>Script that adds this application to the list</Trans>
            </summary>
            <Script text={script} file="allow-ews.ps1" />
          </details>
        </>
      )}
      {name === 'exchange-calendar' ? (
        <Button onClick={onUseGraph}>
          <Trans>Use Microsoft Graph</Trans>
        </Button>
      ) : (
        <p>
          <Trans>Public folders have no successor in Microsoft Graph. Move their contacts in time: into the contacts folder of a shared mailbox, to the organization’s contacts, into an LDAP directory, or into a CSV file that is imported.</Trans>
        </p>
      )}
    </Notice>
  );
}
