import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { CheckRun, CheckRunItem } from '../../../contract/check-runs.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FunctionResult } from './function-result.tsx';
import { PilotResults } from './pilot-results.tsx';
import { ReportHead } from './report-head.tsx';

/** The acceptance report of a run that has ended: to be read, and to be printed. */
export function Report({ run, items }: { run: CheckRun; items: readonly CheckRunItem[] }) {
  const { t } = useLingui();
  const functions = items.filter(({ ref }) => ref === null);
  const pilots = items.filter(({ ref }) => ref !== null);
  return (
    <>
      <div className="row not-printed">
        <Button look="primary" onClick={() => window.print()}>
          <Trans>Print</Trans>
        </Button>
        <Link to={paths.home()} className="button plain">
          <Trans>Back</Trans>
        </Link>
      </div>
      <div className="sheet report">
        <ReportHead run={run} />
        {run.state === 'cancelled' && (
          <Notice tone="warn">
            <p>
              <Trans>This run was cancelled before its end: the report is not complete.</Trans>
            </p>
          </Notice>
        )}
        {functions.map((item) => (
          <FunctionResult key={item.position} item={item} />
        ))}
        {pilots.length > 0 && <PilotResults items={pilots} />}
        <p>
          <Trans>There is no password and no secret on this sheet.</Trans>
        </p>
        <p className="signature" aria-hidden="true">
          <span>{t`Date`}</span>
          <span>{t`Accepted by`}</span>
        </p>
      </div>
    </>
  );
}
