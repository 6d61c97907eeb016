import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { Queue } from '../../../../../contract/contact-center.ts';
import { pilotsQuery, rowsAtOnce } from '../../../../api/contact-center.ts';
import { later } from '../../../../parts/later.tsx';
import { ListPages } from '../../../../parts/list-pages.tsx';
import { RoleNote } from '../../../../parts/role-note.tsx';
import { useMay } from '../../../../parts/use-may.ts';
import { paths } from '../../../../paths.ts';
import { PilotTable } from './pilot-table.tsx';

const PilotPanel = later(async () => (await import('./pilot-panel.tsx')).PilotPanel);

/** The ways into a queue: what there is and how it stands, and the panel of the one that the address names. */
export function QueuePilots({ queue: { id } }: { queue: Queue }) {
  const { i18n } = useLingui();
  const [search] = useSearchParams();
  const after = search.getAll('after');
  const pilotId = search.get('pilot');
  const { data } = useQuery(pilotsQuery(id, after.at(-1)));
  const mayAdd = useMay('advanced');
  const add = mayAdd ? (
    <Link to={paths.queuePilots(id, { after, add: true })} preventScrollReset className="button primary">
      <Trans>Add</Trans>
    </Link>
  ) : (
    <RoleNote needed="advanced" action={<Trans>Add</Trans>} />
  );
  return (
    <>
      {data?.total === 0 && (
        <section className="empty">
          <h2>
            <Trans>No queue pilot yet</Trans>
          </h2>
          <p>
            <Trans>A queue pilot is a way into the queue: a number for calls or faxes, or a mailbox whose mails are fetched by POP3.</Trans>
          </p>
          {add}
        </section>
      )}
      {data !== undefined && data.total > 0 && (
        <section aria-labelledby="pilots-title">
          <div className="section-title">
            <h2 id="pilots-title">
              <Trans>Queue Pilots</Trans>
            </h2>
            {add}
          </div>
          <PilotTable rows={data.items} to={(pilot) => paths.queuePilots(id, { after, pilot })} />
          <ListPages data={data} rowsAtOnce={rowsAtOnce} before={after} to={(next) => paths.queuePilots(id, { after: next })} locale={i18n.locale} />
        </section>
      )}
      {(pilotId !== null || (mayAdd && search.has('add'))) && <PilotPanel queueId={id} pilotId={pilotId} after={after} />}
    </>
  );
}
