import { useLingui } from '@lingui/react/macro';
import { DateTime, Time } from '../../../../ui/time.tsx';

/** The time of an instant, with its date where that is not today's; of 24 hours, as in the sentences beside it. `now` in ms. */
export function Clock({ at, now }: { at: string | number; now: number }) {
  const { i18n } = useLingui();
  const instant = new Date(at);
  const isToday = instant.toDateString() === new Date(now).toDateString();
  const shown = { at: instant.toISOString(), locale: i18n.locale === 'en' ? 'en-GB' : i18n.locale };
  return isToday ? <Time {...shown} /> : <DateTime {...shown} />;
}
