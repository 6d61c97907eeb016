import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent } from 'react';
import { announce } from '../../../ui/announcer.tsx';
import { shownBytes } from '../../../ui/shown-bytes.ts';

// The size was an estimate: the end is the end, not 100 %.
const mostPercent = 99;

/** How much of the ZIP is there; each quarter is read out. */
export function Progress({ bytes, expected }: { bytes: number; expected: number }) {
  const { t, i18n } = useLingui();
  const percent = expected > 0 ? Math.min(mostPercent, Math.floor((bytes * 100) / expected)) : 0;
  const got = shownBytes(bytes, i18n.locale);
  const all = shownBytes(expected, i18n.locale);
  const quarter = Math.floor(percent / 25);
  const say = useEffectEvent(() => announce(t`${percent} % of the ZIP are there.`));
  useEffect(() => {
    if (quarter > 0) say();
  }, [quarter]);
  return (
    <>
      <progress className="progress" value={percent} max={100} aria-label={t`Progress`} />
      <p className="progress-line">
        {expected > 0 ? (
          <Trans>
            {got} of about {all}, {percent} %
          </Trans>
        ) : (
          got
        )}
      </p>
    </>
  );
}
