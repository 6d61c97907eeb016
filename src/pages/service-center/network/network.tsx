import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Link, useNavigate, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { Page } from '../../../parts/frame/page.tsx';
import { RequestError } from '../../../parts/request-error.tsx';
import { useCopyWords } from '../../../parts/use-copy-words.ts';
import { paths } from '../../../paths.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { download } from '../../../ui/download.ts';
import { BrowserTable } from './browser-table.tsx';
import { HostCheck, HostFindings } from './host-check.tsx';
import { HostTable } from './host-table.tsx';
import { loadNetwork, useNetwork } from './load-network.ts';
import { NetworkNotes } from './network-notes.tsx';
import { viewOf, wholePlan } from './network-plan.ts';
import { PlanFields } from './plan-fields.tsx';
import { asCsv, asText } from './sheet-text.ts';
import { nameOf, useHostChecks } from './use-host-checks.ts';
import { useSheetCells } from './use-sheet-cells.ts';

/** Fetches the sheet that the address names. */
export async function loader({ request }: LoaderFunctionArgs): Promise<null> {
  await loadNetwork(request);
  return null;
}

/** Service Center → Network: what the firewall must let through. */
export function Component() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { configured, plan, sheet, error, again } = useNetwork(search);
  const said = useCopyWords();
  const cells = useSheetCells(sheet);
  const tables = useRef<HTMLDivElement>(null);
  const { waiting, start, cancel } = useHostChecks();
  const { hosts, browser } = sheet;
  return (
    <Page title={t`Network`} above={[t`Service Center`]}>
      <p>
        <Trans>The hosts and ports that this machine needs, for the firewall team. All connections go out from here; none comes in.</Trans>
      </p>
      {plan ? (
        <>
          <p>{configured ? <Link to={paths.network()}><Trans>Show what is set up</Trans></Link> : <Trans>Nothing is set up yet. Choose what is planned: the sheet shows what it would need.</Trans>}</p>
          <PlanFields plan={plan} onPlan={(next) => void navigate(paths.network(viewOf(next)), { replace: true, preventScrollReset: true })} />
        </>
      ) : (
        <p>
          <Trans>This sheet is for what is set up.</Trans> <Link to={paths.network(viewOf(wholePlan))}><Trans>Plan for other functions</Trans></Link>
        </p>
      )}
      <RequestError error={error} again={again} />
      {plan?.functions.length === 0 ? (
        <p>
          <Trans>Choose at least one function.</Trans>
        </p>
      ) : (
        <>
          <div className="row not-printed">
            {waiting ? (
              <Button onClick={cancel}>
                <Trans>Cancel</Trans>
              </Button>
            ) : (
              <Button look="primary" onClick={() => void start(hosts)}>
                <Trans>Check all</Trans>
              </Button>
            )}
            <Link className="button plain" to={paths.networkSheet(viewOf(plan))}>
              <Trans>Sheet to print</Trans>
            </Link>
            <CopyButton text={asText(cells)} said={said} select={() => tables.current}>
              <Trans>Copy as text</Trans>
            </CopyButton>
            <Button onClick={() => download('network.csv', asCsv(cells))}>
              <Trans>Download CSV</Trans>
            </Button>
          </div>
          <div ref={tables}>
            <section aria-labelledby="machine-title">
              <h2 id="machine-title">
                <Trans>From this machine</Trans>
              </h2>
              <HostTable
                hosts={hosts}
                check={(host) => <HostCheck host={host} isWaiting={waiting?.has(nameOf(host)) ?? false} isBusy={waiting !== null} onCheck={() => void start([host])} />}
                below={(host) => <HostFindings host={host} onAgain={() => void start([host])} />}
              />
              <NetworkNotes />
            </section>
            <BrowserTable hosts={browser} />
          </div>
        </>
      )}
    </Page>
  );
}
