import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { DateTime, RelativeTime } from '../../../ui/time.tsx';
import { useNow } from '../../../ui/use-now.ts';

const soonMs = 30 * 86_400_000;

/** When a client secret ends, with a mark where that is soon, or over. */
export function EndOfSecret({ at }: { at: string | null }) {
  const { i18n } = useLingui();
  const now = useNow(60_000);
  if (at === null) return <Trans>When it ends is not known</Trans>;
  const left = Date.parse(at) - now;
  const day = <DateTime at={at} locale={i18n.locale} day />;
  const when = <RelativeTime at={at} locale={i18n.locale} />;
  if (left < 0) {
    return (
      <span className="health failing">
        <span aria-hidden="true">▲</span> <Trans>ended on {day}, {when}</Trans>
      </span>
    );
  }
  if (left > soonMs) return <Trans>ends on {day}, {when}</Trans>;
  return (
    <span className="health warning">
      <span aria-hidden="true">▲</span> <Trans>ends on {day}, {when}</Trans>
    </span>
  );
}
