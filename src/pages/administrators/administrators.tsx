import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { mayDo } from '../../../contract/roles.ts';
import { administratorsQuery } from '../../api/administrators.ts';
import { queryClient } from '../../api/query-client.ts';
import { sessionQuery } from '../../api/session.ts';
import { Page } from '../../parts/frame/page.tsx';
import { later } from '../../parts/later.tsx';
import { NeedsExpert } from '../../parts/needs-expert.tsx';
import { RequestError } from '../../parts/request-error.tsx';
import { useMay } from '../../parts/use-may.ts';
import { paths } from '../../paths.ts';
import { AdministratorTable } from './administrator-table.tsx';

const AdministratorPanel = later(async () => (await import('./administrator-panel.tsx')).AdministratorPanel);

/** Fetches the accounts, for who may see them. */
export async function loader(): Promise<null> {
  const { role } = await queryClient.ensureQueryData(sessionQuery);
  // What fails is said in place of the list.
  if (mayDo(role, 'expert')) await queryClient.ensureQueryData(administratorsQuery).catch(() => null);
  return null;
}

/** Administrators: who may use this console, and for what. */
export function Component() {
  const { t } = useLingui();
  const isExpert = useMay('expert');
  return (
    <Page title={t`Administrators`} above={[]}>
      {isExpert ? <Accounts /> : <NeedsExpert page={t`Administrators`} what={<Trans>Who uses this console, and what for, is decided by experts.</Trans>} />}
    </Page>
  );
}

function Accounts() {
  const [search] = useSearchParams();
  const id = search.get('administrator');
  const { data, error, refetch, dataUpdatedAt } = useQuery(administratorsQuery);
  return (
    <>
      <section aria-labelledby="list-title">
        <div className="section-title">
          <h2 id="list-title">
            <Trans>Accounts</Trans>
          </h2>
          <Link to={paths.administrators({ add: true })} preventScrollReset className="button primary">
            <Trans>Add</Trans>
          </Link>
        </div>
        <RequestError error={error} since={dataUpdatedAt} again={() => void refetch()} />
        {data && <AdministratorTable rows={data.items} />}
      </section>
      {(id !== null || search.has('add')) && <AdministratorPanel key={id ?? 'new'} id={id} />}
    </>
  );
}
