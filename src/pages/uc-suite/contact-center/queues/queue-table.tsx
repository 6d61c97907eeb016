import { useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from 'react-router';
import type { QueueRow, QueueSort } from '../../../../../contract/contact-center.ts';
import { HealthMark } from '../../../../parts/health-mark.tsx';
import { paths } from '../../../../paths.ts';

interface QueueTableProps {
  rows: readonly QueueRow[];
  /** The column that it is sorted by, with `-` in front where the other way round; by name where none is named. */
  sort: string;
  /** The address of another order. */
  to: (sort: string) => string;
}

/** A page of the queues; each column's title sorts by it, and once more the other way round. */
export function QueueTable({ rows, sort, to }: QueueTableProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const columns: Record<QueueSort, string> = { name: t`Name`, number: t`Number`, pilots: t`Queue Pilots`, health: t`Health` };
  const column = sort.replace(/^-/, '') || 'name';
  const isDown = sort.startsWith('-');
  return (
    <table className="listed stacked queues">
      <thead>
        <tr>
          {(Object.keys(columns) as QueueSort[]).map((one) => (
            <th key={one} scope="col" aria-sort={one !== column ? undefined : isDown ? 'descending' : 'ascending'}>
              <button type="button" className="sort" onClick={() => void navigate(to(one === column && !isDown ? `-${one}` : one), { replace: true, preventScrollReset: true })}>
                {columns[one]} <span aria-hidden="true">{one === column && (isDown ? '↓' : '↑')}</span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, number, pilots, health }) => (
          <tr key={id}>
            <th scope="row" aria-label={name}>
              <Link to={paths.queuePilots(id)}>
                <bdi>{name}</bdi>
              </Link>
            </th>
            <td>{number}</td>
            <td data-name={columns.pilots}>{pilots}</td>
            <td>
              <HealthMark health={health} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
