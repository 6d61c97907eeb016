import { Trans } from '@lingui/react/macro';
import type { Check } from '../../../contract/checks.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Time } from '../../ui/time.tsx';
import { RoleNote } from '../role-note.tsx';

interface RepeatNoticeProps {
  check: Check;
  locale: string;
  busy: boolean;
  /** Null for who may not end it. */
  onCancel: (() => void) | null;
}

/** That a check is repeated by itself, until when, and the way to end it; nothing for one that is not. */
export function RepeatNotice({ check: { state, repeat }, locale, busy, onCancel }: RepeatNoticeProps) {
  if (!repeat) return null;
  const { everyMinutes, until, nextAt, runs } = repeat;
  if (state === 'failed') {
    return (
      <Notice tone="info">
        <Trans>
          Checked {runs} times until <Time at={until} locale={locale} />, and it never passed.
        </Trans>
      </Notice>
    );
  }
  if (state !== 'running' && state !== 'waiting') return null;
  return (
    <Notice tone="info">
      <p>
        <Trans>
          Checked every {everyMinutes} minutes until <Time at={until} locale={locale} /> or until it passes, also when this page is closed. Its result waits here.
        </Trans>{' '}
        {nextAt && (
          <Trans>
            Next at <Time at={nextAt} locale={locale} />.
          </Trans>
        )}
      </p>
      {onCancel ? (
        <Button busy={busy} onClick={onCancel}>
          <Trans>Stop checking automatically</Trans>
        </Button>
      ) : (
        <RoleNote needed="advanced" action={<Trans>Stop checking automatically</Trans>} />
      )}
    </Notice>
  );
}
