import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { checkQuery } from '../../../api/checks.ts';
import { ApiProblem } from '../../../api/request.ts';
import { CheckTools } from '../../../parts/check/check-tools.tsx';
import { Ladder } from '../../../parts/ladder.tsx';
import { RequestError } from '../../../parts/request-error.tsx';

/** The check that an event tells of: its steps, its transcript. It is kept for a shorter time than the event. */
export function EventCheck({ id }: { id: string }) {
  const { data, error, refetch, dataUpdatedAt } = useQuery(checkQuery(id));
  const isGone = error instanceof ApiProblem && error.problem === 'not-found';
  return (
    <section aria-labelledby="event-check">
      <h3 id="event-check">
        <Trans>The check</Trans>
      </h3>
      {data && (
        <>
          <Ladder check={data} then={null} />
          <CheckTools check={data} />
        </>
      )}
      {isGone ? (
        <p className="muted">
          <Trans>Its steps and its transcript are no longer kept: newer checks have taken their place.</Trans>
        </p>
      ) : (
        <RequestError error={error} since={dataUpdatedAt} again={() => void refetch()} />
      )}
    </section>
  );
}
