import { Trans, useLingui } from '@lingui/react/macro';
import { checkRunsQuery } from '../../api/check-runs.ts';
import { allFunctionsQuery } from '../../api/functions.ts';
import { queryClient, usePrefetched } from '../../api/query-client.ts';
import { Page } from '../../parts/frame/page.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CheckReports } from './check-reports.tsx';
import { Ends } from './ends.tsx';
import { FunctionTable } from './function-table.tsx';
import { NeedsSomebody } from './needs-somebody.tsx';
import { StartCheckRun } from './start-check-run.tsx';
import { homeNeeds, homeRows } from './summary.ts';
import { endsByDay } from './timeline.ts';

/** Fetches the functions with all queue pilots, and the last reports. */
export async function loader(): Promise<null> {
  await Promise.all([queryClient.ensureQueryData(allFunctionsQuery), queryClient.ensureQueryData(checkRunsQuery)]);
  return null;
}

/** Does everything work? If not, who must do what? What ends next? */
export function Component() {
  const { t } = useLingui();
  const rows = usePrefetched(allFunctionsQuery);
  const runs = usePrefetched(checkRunsQuery);
  const now = useNow(60_000);
  const functions = homeRows(rows, now);
  const needs = homeNeeds(rows);
  const ends = endsByDay(rows);
  const isUntouched = functions.every(({ health }) => health === 'not-set-up');
  const isUnchecked = functions.some(({ health }) => health === 'unchecked');
  const running = runs.find(({ state }) => state === 'running');
  return (
    <Page title={t({ message: 'Home', context: 'start page' })} above={[]}>
      {isUntouched ? (
        <p>
          <Trans>Nothing is set up yet. Begin with the function that you need; each one says what has to be done at Microsoft.</Trans>
        </p>
      ) : needs.length > 0 ? (
        <NeedsSomebody needs={needs} />
      ) : isUnchecked ? null : (
        <Notice tone="ok">
          <p>
            <Trans>Everything that is set up works. Nobody needs to do anything.</Trans>
          </p>
        </Notice>
      )}
      <section aria-labelledby="functions-title">
        <div className="section-title">
          <h2 id="functions-title">
            <Trans>Functions</Trans>
          </h2>
        </div>
        <FunctionTable rows={functions} />
        {!isUntouched && <StartCheckRun running={running ?? null} />}
      </section>
      {ends.length > 0 && <Ends ends={ends} now={now} />}
      {runs.length > 0 && <CheckReports runs={runs} />}
    </Page>
  );
}
