import { Trans } from '@lingui/react/macro';
import type { Check } from '../../../../contract/checks.ts';
import { Ladder } from '../../../parts/ladder.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { CheckTools } from './check-tools.tsx';

interface CheckResultProps {
  check: Check;
  onAgain: () => void;
  /** Leads to the field that a failure is about; null while the form is open. */
  onCorrect: ((pointer: string) => void) | null;
}

/** The last check: its ladder, as far as it has come, and what can be done with it. */
export function CheckResult({ check, onAgain, onCorrect }: CheckResultProps) {
  const running = check.state === 'running';
  const pointer = check.steps.find((step) => step.diagnosis)?.diagnosis?.pointer;
  return (
    <>
      {check.draft && (
        <Notice tone="info">
          <Trans>This check ran on values that were not saved.</Trans>
        </Notice>
      )}
      <Ladder
        check={check}
        then={
          !running && (
            <>
              <Button look="text" onClick={onAgain}>
                <Trans>Check again</Trans>
              </Button>{' '}
              {onCorrect && pointer && (
                <Button look="text" onClick={() => onCorrect(pointer)}>
                  <Trans>Correct the settings</Trans>
                </Button>
              )}
            </>
          )
        }
      />
      {check.state === 'cancelled' && (
        <p className="muted">
          <Trans>The check was cancelled.</Trans>
        </p>
      )}
      {!running && <CheckTools key={check.id} check={check} />}
    </>
  );
}
