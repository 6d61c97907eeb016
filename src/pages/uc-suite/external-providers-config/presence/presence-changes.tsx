import { Trans, useLingui } from '@lingui/react/macro';
import { DateTime, Time } from '../../../../ui/time.tsx';
import type { Stretch } from './timeline.ts';
import { usePresenceNames } from './use-presence-names.ts';

/** The presence line in words: each change with its time, numbered as in the picture. `now`: where it begins, in ms. */
export function PresenceChanges({ stretches, now }: { stretches: readonly Stretch[]; now: number }) {
  const { t, i18n } = useLingui();
  const names = usePresenceNames();
  const last = stretches.at(-1);
  return (
    <ol className="changes" aria-label={t`Presence, change by change`}>
      {stretches.map(({ from, presence, announcedReturn, isExtension }) => {
        const name = <strong>{names[presence]}</strong>;
        const back = announcedReturn && <Clock at={announcedReturn} now={now} locale={i18n.locale} />;
        return (
          <li key={from}>
            {from <= now ? <Trans>now</Trans> : <Clock at={new Date(from).toISOString()} now={now} locale={i18n.locale} />}{' '}
            <span>
              {!back && name}
              {back && (isExtension ? <Trans>still {name}, announced return {back}</Trans> : <Trans>{name}, announced return {back}</Trans>)}
            </span>
          </li>
        );
      })}
      {last?.isExtension && (
        <li className="on">
          <Trans>and so on every 15 minutes, until the user changes it</Trans>
        </li>
      )}
    </ol>
  );
}

/** The time of an instant, with its date where that is not today's. `now` in ms. */
export function Clock({ at, now, locale }: { at: string; now: number; locale: string }) {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? <Time at={at} locale={locale} /> : <DateTime at={at} locale={locale} />;
}
