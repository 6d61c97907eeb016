import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { eventQuery } from '../../../api/events.ts';
import { ApiProblem } from '../../../api/request.ts';
import { RequestError } from '../../../parts/request-error.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { EventDetails } from './event-details.tsx';

/** The panel of an event, with all that is known of it. */
export function EventPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useLingui();
  const { data, error, refetch, dataUpdatedAt } = useQuery(eventQuery(id));
  const isGone = error instanceof ApiProblem && error.problem === 'not-found';
  return (
    <SidePanel key={data ? 'read' : 'waiting'} title={data ? <bdi>{data.summary}</bdi> : isGone ? <Trans>There is no such event</Trans> : <Trans>Event</Trans>} closeName={t`Close panel`} onClose={onClose}>
      {data && <EventDetails event={data} />}
      {isGone && (
        <p>
          <Trans>It is so old that it is no longer kept, or the address is not complete.</Trans>
        </p>
      )}
      {!isGone && <RequestError error={error} since={dataUpdatedAt} again={() => void refetch()} />}
    </SidePanel>
  );
}
