import { Trans, useLingui } from '@lingui/react/macro';
import type { MailboxPreview } from '../../../../../contract/presence.ts';
import { Clock } from './clock.tsx';
import { usePresenceNames } from './use-presence-names.ts';

/** An appointment of a mailbox, what it sets, and why. `now` in ms. */
export function AppointmentRow({ appointment, now }: { appointment: MailboxPreview['appointments'][number]; now: number }) {
  const { t, i18n } = useLingui();
  const names = usePresenceNames();
  const { subject, start, end, isAllDay, isCancelled, isRecurring, preview } = appointment;
  const { keyword, rule, why } = preview;
  const kinds = [isAllDay && t`all day`, isRecurring && t`recurring`, isCancelled && t`cancelled`].filter((kind) => kind !== false);
  return (
    <tr>
      <td data-column={t`Time`}>
        {isAllDay ? (
          days(start, end, i18n.locale)
        ) : (
          <>
            <Clock at={start} now={now} /> – <Clock at={end} now={now} />
          </>
        )}
        {kinds.length > 0 && <span className="muted under">{kinds.join(' · ')}</span>}
      </td>
      <td data-column={t`Subject`}>
        {subject ?? (
          <em>
            <Trans>private</Trans>
          </em>
        )}
        {keyword && (
          <span className="muted under">
            <Trans>
              Keyword: <mark>{keyword.text}</mark>
            </Trans>
          </span>
        )}
      </td>
      <td data-column={t`Presence`}>
        <strong>{keyword && (rule === 'sets' || rule === 'replaced') ? names[keyword.status] : <Trans>unchanged</Trans>}</strong>
        <span className="muted under">{why}</span>
      </td>
    </tr>
  );
}

// It ends at the midnight after its last day.
function days(start: string, end: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium' }).formatRange(Date.parse(start), Date.parse(end) - 1);
}
