import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { CheckRun } from '../../../contract/check-runs.ts';
import { paths } from '../../paths.ts';
import { DateTime } from '../../ui/time.tsx';

/** The last runs of Check everything: each is an acceptance report. */
export function CheckReports({ runs }: { runs: readonly CheckRun[] }) {
  const { t, i18n } = useLingui();
  const columns = { by: t`By`, result: t`Result` };
  return (
    <section aria-labelledby="reports-title">
      <div className="section-title">
        <h2 id="reports-title">
          <Trans>Acceptance reports</Trans>
        </h2>
      </div>
      <table className="listed stacked reports">
        <thead>
          <tr>
            <th scope="col">
              <Trans>When</Trans>
            </th>
            <th scope="col">{columns.by}</th>
            <th scope="col">{columns.result}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <th scope="row">
                <Link to={paths.checkEverything(run.id)}>
                  <DateTime at={run.startedAt} locale={i18n.locale} />
                </Link>
              </th>
              <td data-name={columns.by}>
                <bdi>{run.by}</bdi>
              </td>
              <td>
                <Result run={run} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Result({ run: { state, total, done, passed, failed } }: { run: CheckRun }) {
  if (state === 'running') return <Trans>running, {done} of {total}</Trans>;
  if (state === 'cancelled') return <Trans>cancelled after {done} of {total}</Trans>;
  return failed === 0 ? <Trans>{passed} of {total} passed</Trans> : <Trans>{passed} of {total} passed, {failed} failed</Trans>;
}
