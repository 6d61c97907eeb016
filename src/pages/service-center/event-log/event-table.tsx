import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { Event } from '../../../../contract/events.ts';
import { DateTime } from '../../../ui/time.tsx';
import { EventPlace } from './event-place.tsx';
import { SeverityMark } from './severity-mark.tsx';

interface EventTableProps {
  events: readonly Event[];
  /** The address that opens an event. */
  to: (eventId: string) => string;
}

/** Events, the newest first. */
export function EventTable({ events, to }: EventTableProps) {
  const { t, i18n } = useLingui();
  const by = t`By`;
  return (
    <table className="listed stacked events">
      <thead>
        <tr>
          <th scope="col">
            <Trans>Time</Trans>
          </th>
          <th scope="col">
            <Trans>Severity</Trans>
          </th>
          <th scope="col">
            <Trans>Function</Trans>
          </th>
          <th scope="col">
            <Trans>Event</Trans>
          </th>
          <th scope="col">{by}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id}>
            <td>
              <DateTime at={event.at} locale={i18n.locale} exact />
            </td>
            <td>
              <SeverityMark severity={event.severity} />
            </td>
            <td>
              <EventPlace event={event} />
            </td>
            <th scope="row" aria-label={event.summary}>
              <Link to={to(event.id)} preventScrollReset>
                <bdi>{event.summary}</bdi>
              </Link>
            </th>
            <td data-name={by}>{event.actor && <bdi>{event.actor}</bdi>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
