import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Check } from '../../../contract/checks.ts';
import type { Diagnosis } from '../../../contract/diagnosis.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Time } from '../../ui/time.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Ladder } from '../ladder.tsx';
import { CheckTools } from './check-tools.tsx';
import { RepeatNotice } from './repeat-notice.tsx';
import { repetition } from './repetition.ts';

interface CheckResultProps {
  check: Check;
  locale: string;
  busy: boolean;
  onAgain: () => void;
  /** Starts a check that is repeated. */
  onRepeat: (repeat: { everyMinutes: number; until: string }) => void;
  /** Null for who may not end it. */
  onCancel: (() => void) | null;
  /** What can be done about a failure by one click. */
  offer: (diagnosis: Diagnosis) => ReactNode;
  /** Leads to the field that a failure is about; null where that is of no use. */
  onCorrect: ((pointer: string) => void) | null;
}

/** The last check: its ladder, as far as it has come, and what can be done with it. */
export function CheckResult({ check, locale, busy, onAgain, onRepeat, onCancel, onCorrect, offer }: CheckResultProps) {
  const running = check.state === 'running';
  const diagnosis = check.steps.find((step) => step.diagnosis)?.diagnosis;
  const pointer = diagnosis?.pointer;
  const canRepeat = !check.draft && check.state === 'failed' && diagnosis?.retryAfterMinutes !== undefined;
  const repeat = repetition(diagnosis?.retryAfterMinutes ?? 0, useNow(30_000));
  return (
    <>
      {check.draft && (
        <Notice tone="info">
          <Trans>This check ran on values that were not saved.</Trans>
        </Notice>
      )}
      {check.by === null && (
        <p className="muted">
          {check.function === 'email-forwarding' ? <Trans>This is the hourly check, which comes by itself and sends no mail.</Trans> : <Trans>This is the hourly check, which comes by itself.</Trans>}
        </p>
      )}
      <RepeatNotice check={check} locale={locale} busy={busy} onCancel={onCancel} />
      <Ladder
        check={check}
        then={
          !running && (
            <>
              <Button look="text" onClick={onAgain}>
                <Trans>Check again</Trans>
              </Button>{' '}
              {canRepeat && (
                <Button look="text" busy={busy} onClick={() => onRepeat(repeat)}>
                  <Trans>
                    Check automatically until <Time at={repeat.until} locale={locale} />
                  </Trans>
                </Button>
              )}{' '}
              {onCorrect && pointer && (
                <Button look="text" onClick={() => onCorrect(pointer)}>
                  <Trans>Correct the settings</Trans>
                </Button>
              )}
            </>
          )
        }
      />
      {diagnosis && !running && offer(diagnosis)}
      {check.state === 'cancelled' && (
        <p className="muted">
          <Trans>The check was cancelled.</Trans>
        </p>
      )}
      {!running && <CheckTools key={check.id} check={check} />}
    </>
  );
}
