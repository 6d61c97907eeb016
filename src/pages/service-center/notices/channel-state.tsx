import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { msg } from '@lingui/core/macro';
import type { NoticeChannel, NoticeKind } from '../../../../contract/notices.ts';
import { noticesStatusQuery } from '../../../api/notices.ts';
import { usePrefetched } from '../../../api/query-client.ts';
import { DiagnosisView } from '../../../parts/diagnosis-view.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { DateTime, RelativeTime, Time } from '../../../ui/time.tsx';

const kinds: Record<NoticeKind, ReturnType<typeof msg>> = { failed: msg`a failure`, recovered: msg`a recovery`, ends: msg`what ends`, test: msg`test notice` };

/** How a channel that is saved stands: what was sent last, what waits, and why. What failed at this instant is said elsewhere. */
export function ChannelState({ channel, saidElsewhere }: { channel: NoticeChannel; saidElsewhere: string }) {
  const { t, i18n } = useLingui();
  const { lastSent, failure, waiting, nextTry } = usePrefetched(noticesStatusQuery)[channel];
  return (
    <div className="channel-state">
      <dl className="summary">
        <dt>
          <Trans>Last notice sent</Trans>
        </dt>
        <dd>
          {lastSent ? (
            <>
              <DateTime at={lastSent.at} locale={i18n.locale} /> ({t(kinds[lastSent.kind])})
            </>
          ) : (
            <Trans>none yet</Trans>
          )}
        </dd>
        {waiting > 0 && (
          <>
            <dt>
              <Trans>Waiting</Trans>
            </dt>
            <dd>
              <Plural value={waiting} one="# notice" other="# notices" />
              {nextTry && (
                <>
                  {'; '}
                  <Trans>
                    next try at <Time at={nextTry} locale={i18n.locale} />
                  </Trans>
                </>
              )}
            </dd>
          </>
        )}
      </dl>
      {failure && failure.at !== saidElsewhere && (
        <>
          <Notice tone="bad">
            <Trans>
              The last notice did not arrive, <RelativeTime at={failure.at} locale={i18n.locale} />.
            </Trans>
          </Notice>
          <DiagnosisView diagnosis={failure.diagnosis} />
        </>
      )}
    </div>
  );
}
