import { Trans } from '@lingui/react/macro';
import type { MailboxPreview } from '../../../../../contract/presence.ts';
import { DiagnosisView } from '../../../../parts/diagnosis-view.tsx';
import { AppointmentRow } from './appointment-row.tsx';
import { Clock } from './clock.tsx';
import { PresenceChanges } from './presence-changes.tsx';
import { PresenceTimeline } from './presence-timeline.tsx';
import { evenScale, quartersOfDay, stretchesOf } from './timeline.ts';

/** A mailbox's next 24 hours: the presence line of all appointments together, and each of them with its reason. */
export function MailboxDay({ day }: { day: MailboxPreview }) {
  const { mailbox, appointments, line, more, diagnosis } = day;
  if (diagnosis) return <DiagnosisView diagnosis={diagnosis} />;
  const [from, to] = [Date.parse(day.from), Date.parse(day.to)];
  const stretches = stretchesOf(line, from, to);
  const scale = evenScale(from, to);
  // A time at the right edge has no room: at the very edge nowhere, before it on a telephone.
  const ticks = quartersOfDay(from, to).filter((at) => scale(at) <= 92).map((at) => ({ at, label: <Clock at={at} now={at} />, isLate: scale(at) > 75 }));
  return (
    <div className="tried">
      <h3>{mailbox}</h3>
      {appointments.length === 0 ? (
        <p>
          <Trans>No appointment in the next 24 hours: the presence stays as it is.</Trans>
        </p>
      ) : (
        <>
          <PresenceTimeline stretches={stretches} scale={scale} ticks={ticks} />
          <details>
            <summary>
              <Trans>The presence in words</Trans>
            </summary>
            <PresenceChanges stretches={stretches} now={from} />
          </details>
          <table className="listed stacked">
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Time</Trans>
                </th>
                <th scope="col">
                  <Trans>Subject</Trans>
                </th>
                <th scope="col">
                  <Trans>Presence</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {appointments.map((appointment, at) => (
                <AppointmentRow key={at} appointment={appointment} now={from} />
              ))}
            </tbody>
          </table>
          {more && (
            <p className="muted">
              <Trans>There are more appointments than are shown.</Trans>
            </p>
          )}
        </>
      )}
    </div>
  );
}
