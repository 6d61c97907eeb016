import { Trans, useLingui } from '@lingui/react/macro';
import type { FunctionName } from '../../contract/functions.ts';
import { functionsQuery } from '../api/functions.ts';
import { usePrefetched } from '../api/query-client.ts';
import { RelativeTime } from '../ui/time.tsx';
import { HealthMark } from './health-mark.tsx';

/** Does this function work now, and when was that seen? */
export function PageState({ of: name }: { of: FunctionName }) {
  const { i18n } = useLingui();
  const row = usePrefetched(functionsQuery).find((one) => one.function === name);
  if (!row) return null;
  const checked = row.health === 'working' || row.health === 'failing' || row.health === 'warning';
  return (
    <p className="page-state">
      <HealthMark health={row.health} />
      {checked && row.lastCheck && (
        <span className="muted">
          {' · '}
          <Trans>
            checked <RelativeTime at={row.lastCheck} locale={i18n.locale} />
          </Trans>
        </span>
      )}
    </p>
  );
}
