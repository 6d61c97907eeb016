import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { FunctionRow } from '../../../contract/functions.ts';
import { functionPlace } from '../../parts/function-place.ts';
import { useSourceName } from '../../parts/use-source-name.ts';

const most = 3;

/** Functions and queue pilots by name, each with a link to its page; of many the first. */
export function Whose({ rows }: { rows: readonly FunctionRow[] }) {
  const nameOf = useSourceName();
  const rest = rows.length - most;
  return (
    <span className="whose">
      {rows.slice(0, most).map((row, at) => (
        <span key={`${row.function} ${row.ref}`}>
          {at > 0 && ', '}
          <Link to={functionPlace(row) ?? '/'}>
            <bdi>{nameOf({ function: row.function, queue: row.queue ?? '', name: row.name ?? '' })}</bdi>
          </Link>
        </span>
      ))}
      {rest > 0 && (
        <>
          {' '}
          <Trans>and {rest} more</Trans>
        </>
      )}
    </span>
  );
}
