import { Trans, useLingui } from '@lingui/react/macro';
import { Clock } from './clock.tsx';
import type { Stretch } from './timeline.ts';
import { usePresenceNames } from './use-presence-names.ts';

/** The presence line in words: each change with its time, numbered as in the picture. `now`: where it begins, in ms. */
export function PresenceChanges({ stretches, now }: { stretches: readonly Stretch[]; now: number }) {
  const { t } = useLingui();
  const names = usePresenceNames();
  const last = stretches.at(-1);
  return (
    <ol className="changes" aria-label={t`Presence, change by change`}>
      {stretches.map(({ from, presence, announcedReturn, isExtension }) => {
        const name = <strong>{names[presence]}</strong>;
        const back = announcedReturn && <Clock at={announcedReturn} now={now} />;
        return (
          <li key={from}>
            {from <= now ? <Trans>now</Trans> : <Clock at={from} now={now} />}{' '}
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
