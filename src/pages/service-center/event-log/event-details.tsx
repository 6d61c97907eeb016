import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { Event } from '../../../../contract/events.ts';
import { healthQuery } from '../../../api/health.ts';
import { usePrefetched } from '../../../api/query-client.ts';
import { functionPlace } from '../../../parts/function-place.ts';
import { useCopyWords } from '../../../parts/use-copy-words.ts';
import { paths } from '../../../paths.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { DateTime } from '../../../ui/time.tsx';
import { EventCheck } from './event-check.tsx';
import { EventPlace } from './event-place.tsx';
import { eventText } from './event-text.ts';
import { SeverityMark } from './severity-mark.tsx';

/** All of an event: when, what, whose, its values, and the check that it tells of. */
export function EventDetails({ event }: { event: Event }) {
  const { i18n } = useLingui();
  const said = useCopyWords();
  const { version } = usePrefetched(healthQuery);
  const { at, severity, actor, kind, ref, check, params } = event;
  const place = functionPlace(event);
  return (
    <>
      <dl className="summary">
        <dt>
          <Trans>Time</Trans>
        </dt>
        <dd>
          <DateTime at={at} locale={i18n.locale} exact /> <span className="muted">{at}</span>
        </dd>
        <dt>
          <Trans>Severity</Trans>
        </dt>
        <dd>
          <SeverityMark severity={severity} />
        </dd>
        {(event.function !== null || params['queue'] !== undefined) && (
          <>
            <dt>
              <Trans>Function</Trans>
            </dt>
            <dd>
              {place ? (
                <Link to={place}>
                  <EventPlace event={event} />
                </Link>
              ) : (
                <EventPlace event={event} />
              )}
            </dd>
          </>
        )}
        <dt>
          <Trans>By</Trans>
        </dt>
        <dd>{actor === null ? <Trans>Postern itself</Trans> : <Link to={paths.eventLog({ actor })}><bdi>{actor}</bdi></Link>}</dd>
        <dt>
          <Trans>Code</Trans>
        </dt>
        <dd className="code">{kind}</dd>
        {ref !== null && (
          <>
            <dt>
              <Trans>Queue pilot</Trans>
            </dt>
            <dd>
              <Link to={paths.eventLog({ ref })}>
                <Trans>All events of this queue pilot</Trans>
              </Link>
            </dd>
          </>
        )}
        {Object.entries(params).map(([name, value]) => (
          <Value key={name} name={name} value={String(value)} />
        ))}
      </dl>
      <div className="row">
        <CopyButton text={eventText(event, version)} said={said}>
          {check === null ? <Trans>Copy for support</Trans> : <Trans>Copy event</Trans>}
        </CopyButton>
      </div>
      {check !== null && <EventCheck id={check} />}
    </>
  );
}

function Value({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt className="code">{name}</dt>
      <dd className="code">
        <bdi>{value}</bdi>
      </dd>
    </>
  );
}
