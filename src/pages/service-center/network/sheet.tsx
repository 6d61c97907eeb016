import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import type { NetworkHost } from '../../../../contract/network.ts';
import { hostCheckQuery } from '../../../api/network.ts';
import { Page } from '../../../parts/frame/page.tsx';
import { useCloudNames } from '../../../parts/use-cloud-names.ts';
import { paths } from '../../../paths.ts';
import { Button } from '../../../ui/button.tsx';
import { DateTime } from '../../../ui/time.tsx';
import { BrowserTable } from './browser-table.tsx';
import { HostTable } from './host-table.tsx';
import { loadNetwork, useNetwork } from './load-network.ts';
import { NetworkNotes } from './network-notes.tsx';
import { viewOf } from './network-plan.ts';
import { useNetworkWords } from './use-network-words.ts';

/** Fetches the sheet that the address names. */
export async function loader({ request }: LoaderFunctionArgs): Promise<null> {
  await loadNetwork(request);
  return null;
}

/** The network sheet to be printed and handed over. */
export function Component() {
  const { t } = useLingui();
  const [search] = useSearchParams();
  const { plan, sheet } = useNetwork(search);
  const clouds = useCloudNames();
  const { users } = useNetworkWords();
  const planned = plan?.functions.map((name) => users[name]).join(', ');
  return (
    <Page title={t`Network: for the firewall team`} above={[t`Service Center`]}>
      <div className="row not-printed">
        <Button look="primary" onClick={() => window.print()}>
          <Trans>Print</Trans>
        </Button>
        <Link to={paths.network(viewOf(plan))} className="button plain">
          <Trans>Back</Trans>
        </Link>
      </div>
      <div className="sheet">
        <p>
          <Trans>A telephone system works with Microsoft 365. Its machine connects to these hosts; all connections go out from it, none comes in.</Trans>
        </p>
        {plan && (
          <p>
            <Trans>
              Planned: {planned}. Cloud: {clouds[plan.cloud]}.
            </Trans>
          </p>
        )}
        <section aria-labelledby="machine-title">
          <h2 id="machine-title">
            <Trans>From the machine of the telephone system</Trans>
          </h2>
          <HostTable hosts={sheet.hosts} check={(host) => <LastCheck host={host} />} />
          <NetworkNotes />
        </section>
        <BrowserTable hosts={sheet.browser} />
      </div>
    </Page>
  );
}

function LastCheck({ host }: { host: NetworkHost }) {
  const { i18n } = useLingui();
  const { data } = useQuery(hostCheckQuery(host));
  if (!data) return <Trans>not checked</Trans>;
  const found = data.steps.findLast(({ state }) => state === 'passed' || state === 'failed');
  return (
    <>
      {data.state === 'passed' ? <Trans>in order</Trans> : <Trans>not in order</Trans>}, <DateTime at={data.at} locale={i18n.locale} />
      {data.state === 'failed' && found?.diagnosis && <>: {found.diagnosis.cause}</>}
    </>
  );
}
