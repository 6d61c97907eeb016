import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useParams, type LoaderFunctionArgs } from 'react-router';
import { api } from '../../../contract/addresses.ts';
import type { CheckRun } from '../../../contract/check-runs.ts';
import { checkRunItemsQuery } from '../../api/check-run-items.ts';
import { checkRunQuery, checkRunsQuery } from '../../api/check-runs.ts';
import { functionsQuery } from '../../api/functions.ts';
import { queryClient } from '../../api/query-client.ts';
import { ApiProblem } from '../../api/request.ts';
import { useLongPoll } from '../../api/use-long-poll.ts';
import { Page } from '../../parts/frame/page.tsx';
import { RequestError } from '../../parts/request-error.tsx';
import { paths } from '../../paths.ts';
import { announce } from '../../ui/announcer.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Report } from './report.tsx';
import { UnderWay } from './under-way.tsx';

/** Fetches the run, and what it checks. */
export async function loader({ params }: LoaderFunctionArgs): Promise<null> {
  const id = params['id'] ?? '';
  try {
    const { state } = await queryClient.fetchQuery({ ...checkRunQuery(id), staleTime: 0 });
    await queryClient.fetchQuery({ ...checkRunItemsQuery(id, state === 'running'), staleTime: 0 });
  } catch (error) {
    // That a report is gone is said in its place.
    if (!(error instanceof ApiProblem) || error.problem !== 'not-found') throw error;
  }
  return null;
}

/** A run of Check everything: how far it is, and then its acceptance report. */
export function Component() {
  const { t } = useLingui();
  const home = t({ message: 'Home', context: 'start page' });
  const { id = '' } = useParams();
  const { data: run } = useQuery(checkRunQuery(id));
  if (!run) return <NoSuchReport />;
  const isRunning = run.state === 'running';
  return (
    <Page title={isRunning ? t`Check everything` : t`Acceptance report`} above={[home]}>
      <Run key={id} run={run} />
    </Page>
  );
}

function Run({ run }: { run: CheckRun }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const isRunning = run.state === 'running';
  const { data: items, error, refetch, dataUpdatedAt } = useQuery(checkRunItemsQuery(run.id, isRunning));
  useLongPoll<CheckRun>(checkRunQuery(run.id).queryKey, isRunning ? api.checkRun(run.id) : null, ({ state, passed, total }) => {
    if (state !== 'running') announce(state === 'finished' ? t`Everything is checked: ${passed} of ${total} passed.` : t`The check was cancelled.`);
  });
  // It may have ended before this page was there.
  useEffect(() => {
    if (isRunning) return;
    for (const queryKey of [functionsQuery.queryKey, ['checks']]) void client.invalidateQueries({ queryKey });
    void client.invalidateQueries({ queryKey: checkRunsQuery.queryKey, exact: true });
  }, [client, isRunning]);
  if (isRunning) return <UnderWay run={run} items={items ?? []} />;
  return items ? <Report run={run} items={items} /> : <RequestError error={error} since={dataUpdatedAt} again={() => void refetch()} />;
}

function NoSuchReport() {
  const { t } = useLingui();
  const home = t({ message: 'Home', context: 'start page' });
  return (
    <Page title={t`Acceptance report`} above={[home]}>
      <Notice tone="info">
        <p>
          <Trans>There is no such report any more: the last ten are kept.</Trans>
        </p>
        <p>
          <Link to={paths.home()}>
            <Trans context="start page">Home</Trans>
          </Link>
        </p>
      </Notice>
    </Page>
  );
}
