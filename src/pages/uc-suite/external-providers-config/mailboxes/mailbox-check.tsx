import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import type { Check } from '../../../../../contract/checks.ts';
import { CheckTools } from '../../../../parts/check/check-tools.tsx';
import { DiagnosisView } from '../../../../parts/diagnosis-view.tsx';
import { Button } from '../../../../ui/button.tsx';
import { CopyFailed } from './copy-failed.tsx';
import { MailboxResults } from './mailbox-results.tsx';

const parameter = 'mailboxes';

/** A check over many mailboxes: how far it is, and the results that are there. */
export function MailboxCheck({ check }: { check: Check }) {
  const { t } = useLingui();
  const [search, setSearch] = useSearchParams();
  const isAll = search.get(parameter) === 'all';
  const { total, done, failed } = check.mailboxes ?? { total: 0, done: 0, failed: 0 };
  const running = check.state === 'running';
  const step = check.steps.find(({ state }) => state === 'running' || state === 'failed');
  // What fails before the first mailbox is read, fails for all.
  const isAtMailboxes = step?.name === 'operation';
  const show = (all: boolean) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (all) next.set(parameter, 'all');
        else next.delete(parameter);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <>
      {running && <progress className="progress" value={done} max={total} aria-label={t`Progress`} />}
      <p className="progress-line">
        <strong>
          <Trans>
            {done} of {total} checked
          </Trans>
          {' · '}
          <Trans>{failed} failed</Trans>
        </strong>
        {running && !isAtMailboxes && <span className="muted">{step?.evidence}</span>}
        {check.state === 'cancelled' && (
          <span className="muted">
            <Trans>The check was cancelled.</Trans>
          </span>
        )}
      </p>
      {step?.diagnosis && !isAtMailboxes && <DiagnosisView diagnosis={step.diagnosis} />}
      {done > 0 && (
        <div className="row">
          <Button aria-pressed={!isAll} onClick={() => show(false)}>
            <Trans>Failed</Trans>
          </Button>
          <Button aria-pressed={isAll} onClick={() => show(true)}>
            <Trans>All</Trans>
          </Button>
          {failed > 0 && !running && <CopyFailed id={check.id} />}
        </div>
      )}
      {failed > 0 && <MailboxResults title={t`Failed`} check={check} state="failed" />}
      {failed === 0 && !isAll && !running && (
        <p>
          <Trans>None has failed.</Trans>
        </p>
      )}
      {isAll && done > failed && <MailboxResults title={t`Passed`} check={check} state="passed" />}
      {isAll && !running && total > done && <MailboxResults title={t`Not checked`} check={check} state="pending" />}
      {!running && <CheckTools check={check} />}
    </>
  );
}
