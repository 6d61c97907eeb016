import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearchParams, type LoaderFunctionArgs } from 'react-router';
import { queuesQuery, rowsAtOnce } from '../../../api/contact-center.ts';
import { queryClient } from '../../../api/query-client.ts';
import { Page } from '../../../parts/frame/page.tsx';
import { ListPages } from '../../../parts/list-pages.tsx';
import { ListSearch } from '../../../parts/list-search.tsx';
import { RequestError } from '../../../parts/request-error.tsx';
import { RoleNote } from '../../../parts/role-note.tsx';
import { useMay } from '../../../parts/use-may.ts';
import { paths } from '../../../paths.ts';
import { AddQueue } from './queues/add-queue.tsx';
import { QueueTable } from './queues/queue-table.tsx';

/** What of the list an address shows: after each cursor in it a page more. */
function viewOf(search: URLSearchParams) {
  return { q: search.get('q') ?? '', sort: search.get('sort') ?? '', after: search.getAll('after') };
}
type View = ReturnType<typeof viewOf>;

const queryOf = ({ after, ...view }: View) => queuesQuery({ ...view, after: after.at(-1) });

/** Fetches the page of the list that the address names. */
export async function loader({ request }: LoaderFunctionArgs): Promise<null> {
  // What fails is said in place of the list.
  await queryClient.ensureQueryData(queryOf(viewOf(new URL(request.url).searchParams))).catch(() => null);
  return null;
}

/** UC Suite → Contact Center → Queues. */
export function Component() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const view = viewOf(search);
  const mayAdd = useMay('advanced');
  const isAdding = mayAdd && search.has('add');
  const { data, error, refetch, dataUpdatedAt } = useQuery(queryOf(view));
  const isEmpty = data?.total === 0 && view.q === '';
  const add = mayAdd ? (
    <Link to={paths.queues({ ...view, add: true })} preventScrollReset className="button primary">
      <Trans>Add</Trans>
    </Link>
  ) : (
    <RoleNote needed="advanced" action={<Trans>Add</Trans>} />
  );
  return (
    <Page title={t`Queues`} above={[t`UC Suite`, t`Contact Center`]}>
      {isEmpty ? (
        <section className="empty">
          <h2>
            <Trans>No queue yet</Trans>
          </h2>
          <p>
            <Trans>A queue takes calls, faxes and e-mails and hands them to its agents. Its queue pilots say where they come from: a number, or a mailbox that is fetched by POP3.</Trans>
          </p>
          {add}
        </section>
      ) : (
        <section aria-labelledby="list-title">
          <h2 id="list-title" className="visually-hidden">
            <Trans>List of queues</Trans>
          </h2>
          <div className="list-tools">
            <ListSearch q={view.q} help={<Trans>By name or number.</Trans>} onSearch={(q) => void navigate(paths.queues({ ...view, q, after: [] }), { replace: true, preventScrollReset: true })} />
            {add}
          </div>
          <RequestError error={error} since={dataUpdatedAt} again={() => void refetch()} />
          <output className="muted found">
            {data && view.q !== '' && <Plural value={data.total} _0="No queue has this name or number." one="# queue found" other="# queues found" />}
          </output>
          {data && data.items.length > 0 && <QueueTable rows={data.items} sort={view.sort} to={(sort) => paths.queues({ ...view, sort, after: [] })} />}
          {data && <ListPages {...{ data, rowsAtOnce }} before={view.after} to={(after) => paths.queues({ ...view, after })} locale={i18n.locale} />}
        </section>
      )}
      {isAdding && <AddQueue close={paths.queues(view)} />}
    </Page>
  );
}
