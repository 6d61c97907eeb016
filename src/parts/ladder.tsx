import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Check, Step } from '../../contract/checks.ts';
import { DiagnosisView } from './diagnosis-view.tsx';

const marks: Record<Step['state'], string> = { 'passed': '✓', 'failed': '✕', 'running': '◌', 'pending': '·', 'not-reached': '·', 'skipped': '–' };

/** The steps of a check, as far as it has come. `then`: what can be done after a failure. */
export function Ladder({ check, then }: { check: Pick<Check, 'steps'>; then: ReactNode }) {
  const { t } = useLingui();
  return (
    <ol className="ladder" aria-label={t`Steps of the check`}>
      {check.steps.map((step) => (
        <li key={step.name} className={step.state} aria-current={step.state === 'running' ? 'step' : undefined}>
          <span className="mark" aria-hidden="true">
            {marks[step.state]}
          </span>
          <span>
            <StateWord state={step.state} />
            {step.evidence}
          </span>
          <span className="ms">
            <Measure step={step} />
          </span>
          {step.diagnosis && <DiagnosisView diagnosis={step.diagnosis} then={then} />}
        </li>
      ))}
    </ol>
  );
}

// What the mark says to who sees it.
function StateWord({ state }: { state: Step['state'] }) {
  if (state !== 'passed' && state !== 'failed' && state !== 'running') return null;
  return (
    <span className="visually-hidden">
      {state === 'passed' && <Trans>Passed:</Trans>}
      {state === 'failed' && <Trans>Failed:</Trans>}
      {state === 'running' && <Trans>Running:</Trans>}{' '}
    </span>
  );
}

function Measure({ step: { state, ms } }: { step: Step }) {
  if (state === 'not-reached') return <Trans>not reached</Trans>;
  if (state === 'skipped') return <Trans>does not apply</Trans>;
  return ms === null ? null : <>{ms} ms</>;
}
