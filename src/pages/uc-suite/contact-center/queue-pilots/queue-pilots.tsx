import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { PilotRow, PilotType, Queue } from '../../../../../contract/contact-center.ts';
import { pilotTitle } from '../../../../../contract/pilot-title.ts';
import { pilotsQuery, rowsAtOnce } from '../../../../api/contact-center.ts';
import { HealthMark } from '../../../../parts/health-mark.tsx';
import { ListPages } from '../../../../parts/list-pages.tsx';
import { paths } from '../../../../paths.ts';
import { RelativeTime } from '../../../../ui/time.tsx';

/** The ways into a queue: what there is, and how it stands. */
export function QueuePilots({ queue: { id } }: { queue: Queue }) {
  const { i18n } = useLingui();
  const cursors = useSearchParams()[0].getAll('after');
  const { data } = useQuery(pilotsQuery(id, cursors.at(-1)));
  if (!data) return null;
  if (data.total === 0) {
    return (
      <p className="muted">
        <Trans>No calls, faxes or e-mails come into this queue yet.</Trans>
      </p>
    );
  }
  return (
    <>
      <PilotTable rows={data.items} locale={i18n.locale} />
      <ListPages data={data} rowsAtOnce={rowsAtOnce} before={cursors} to={(after) => paths.queuePilots(id, { after })} locale={i18n.locale} />
    </>
  );
}

function PilotTable({ rows, locale }: { rows: readonly PilotRow[]; locale: string }) {
  const { t } = useLingui();
  const types: Record<PilotType, string> = { call: t`Call`, fax: t`Fax`, email: t`E-mail` };
  const lastChecked = t`Last check`;
  const method = t`Auth Method`;
  return (
    <table className="listed stacked queues pilots">
      <thead>
        <tr>
          <th scope="col">
            <Trans>Address or number</Trans>
          </th>
          <th scope="col">
            <Trans>Type</Trans>
          </th>
          <th scope="col">{method}</th>
          <th scope="col">{lastChecked}</th>
          <th scope="col">
            <Trans>Health</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, type, authMethod, lastCheck, health, ...row }) => (
          <tr key={id}>
            <th scope="row">
              <bdi>{pilotTitle(row)}</bdi>
              {row.name && (
                <span className="muted">
                  {' '}
                  <bdi>{row.username || row.number}</bdi>
                </span>
              )}
            </th>
            <td>{types[type]}</td>
            <td data-name={method}>{authMethod && (authMethod === 'basic' ? t`Basic authentication` : t`OAuth 2.0`)}</td>
            <td data-name={lastChecked}>{lastCheck && <RelativeTime at={lastCheck} locale={locale} />}</td>
            <td>{health && <HealthMark health={health} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
