import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { PilotRow } from '../../../../../contract/contact-center.ts';
import { pilotTitle } from '../../../../../contract/pilot-title.ts';
import { HealthMark } from '../../../../parts/health-mark.tsx';
import { RelativeTime } from '../../../../ui/time.tsx';
import { usePilotWords } from './use-pilot-words.ts';

interface PilotTableProps {
  rows: readonly PilotRow[];
  /** The address that opens a pilot. */
  to: (pilotId: string) => string;
}

/** The pilots of a queue, each with how it stands. */
export function PilotTable({ rows, to }: PilotTableProps) {
  const { t, i18n } = useLingui();
  const { types, authMethods } = usePilotWords();
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
              <Link to={to(id)} preventScrollReset>
                <bdi>{pilotTitle(row)}</bdi>
              </Link>
              {row.name && (
                <span className="muted">
                  {' '}
                  <bdi>{row.username || row.number}</bdi>
                </span>
              )}
            </th>
            <td>{types[type]}</td>
            <td data-name={method}>{authMethod && authMethods[authMethod]}</td>
            <td data-name={lastChecked}>{lastCheck && <RelativeTime at={lastCheck} locale={i18n.locale} />}</td>
            <td>{health && <HealthMark health={health} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
