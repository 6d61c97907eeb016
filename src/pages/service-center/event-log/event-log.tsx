import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { eventsQuery } from '../../../api/events.ts';
import { queryClient } from '../../../api/query-client.ts';
import { Page } from '../../../parts/frame/page.tsx';
import { RequestError } from '../../../parts/request-error.tsx';
import { paths } from '../../../paths.ts';
import { DownloadEvents } from './download-events.tsx';
import { EventFilters } from './event-filters.tsx';
import { EventList } from './event-list.tsx';
import { EventPanel } from './event-panel.tsx';
import { isFiltered, viewOf } from './event-view.ts';

/** Fetches the page of the list that the address names. */
export async function loader({ request }: LoaderFunctionArgs): Promise<null> {
  const { searchParams } = new URL(request.url);
  // What fails is said in place of the list.
  await queryClient.ensureQueryData(eventsQuery(viewOf(searchParams), searchParams.getAll('after').at(-1))).catch(() => null);
  return null;
}

/** Service Center → Event Log. */
export function Component() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { event, ...view } = viewOf(search);
  const after = search.getAll('after');
  const query = eventsQuery(view, after.at(-1));
  const { data, error, refetch, dataUpdatedAt } = useQuery(query);
  const isEmpty = data?.total === 0 && after.length === 0;
  return (
    <Page title={t`Event Log`} above={[t`Service Center`]}>
      <section aria-labelledby="list-title">
        <h2 id="list-title" className="visually-hidden">
          <Trans>Events</Trans>
        </h2>
        <EventFilters given={view} onGive={(next) => void navigate(paths.eventLog(next), { replace: true, preventScrollReset: true })} />
        <RequestError error={error} since={dataUpdatedAt} again={() => void refetch()} />
        {data && <EventList key={JSON.stringify(query.queryKey)} data={data} view={view} after={after} />}
        {isEmpty && isFiltered(view) && (
          <p>
            <Trans>No event fits.</Trans> <Link to={paths.eventLog()}><Trans>Show all events</Trans></Link>
          </p>
        )}
        {isEmpty && !isFiltered(view) && (
          <p>
            <Trans>Nothing has happened yet. Checks, sign-ins, failures and changes are recorded here.</Trans>
          </p>
        )}
        {!isEmpty && <DownloadEvents view={view} />}
      </section>
      {event !== undefined && <EventPanel key={event} id={event} onClose={() => void navigate(paths.eventLog({ ...view, after }), { preventScrollReset: true })} />}
    </Page>
  );
}
