import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import type { Application } from '../../../../contract/applications.ts';
import { allApplicationsQuery } from '../../../api/applications.ts';
import { queryClient } from '../../../api/query-client.ts';
import { applicationQuery, renewalQuery, type Target } from '../../../api/renewals.ts';
import { Page } from '../../../parts/frame/page.tsx';
import { RequestError } from '../../../parts/request-error.tsx';
import { paths } from '../../../paths.ts';
import { ApplicationTable } from './application-table.tsx';
import { ApplicationView } from './application-view.tsx';
import { targetOf } from './target-of.ts';

/** Fetches the applications, and the one that the address names, or the only one. */
export async function loader({ request }: LoaderFunctionArgs): Promise<null> {
  // What fails is said on the page.
  const all = await queryClient.ensureQueryData(allApplicationsQuery).catch(() => []);
  const target = chosen(all, new URL(request.url).searchParams);
  if (target) await Promise.all([queryClient.ensureQueryData(applicationQuery(target)), queryClient.ensureQueryData(renewalQuery(target))]).catch(() => null);
  return null;
}

/** UC Suite → Microsoft applications. */
export function Component() {
  const { t } = useLingui();
  const [search] = useSearchParams();
  const { data: all, error, refetch, dataUpdatedAt } = useQuery(allApplicationsQuery);
  const target = chosen(all ?? [], search);
  return (
    <Page title={t`Microsoft applications`} above={[t`UC Suite`]} {...(target && { part: target.applicationId })}>
      <RequestError error={error} since={dataUpdatedAt} again={() => void refetch()} />
      {all?.length === 0 && <Nothing />}
      {all && (all.length > 1 || (all.length === 1 && !target)) && <ApplicationTable all={all} {...{ target }} />}
      {target && all && all.length > 0 && <ApplicationView key={paths.microsoftApplications(target)} target={target} />}
    </Page>
  );
}

// The one in the address; the only one needs none.
function chosen(all: readonly Application[], search: URLSearchParams): Target | null {
  const named = targetOf(search.get('application') ?? '');
  const [only, another] = all;
  if (named || !only || another) return named;
  return { cloud: only.cloud, tenantId: only.tenantGuid ?? only.tenantId, applicationId: only.applicationId };
}

function Nothing() {
  return (
    <section className="empty">
      <h2>
        <Trans>No application yet</Trans>
      </h2>
      <p>
        <Trans>An application of Microsoft Entra ID is what this system signs in with. It comes here by itself as soon as a function uses one: with the permissions that all of its functions need together, and with its client secret and when it ends.</Trans>
      </p>
      <p className="row">
        <Link to={paths.emailForwarding()} className="button plain">
          <Trans>E-mail forwarding</Trans>
        </Link>
        <Link to={paths.externalProviders()} className="button plain">
          <Trans>External Providers Config</Trans>
        </Link>
        <Link to={paths.queues()} className="button plain">
          <Trans>Queues</Trans>
        </Link>
      </p>
    </section>
  );
}
