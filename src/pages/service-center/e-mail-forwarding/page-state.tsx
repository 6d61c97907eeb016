import { Trans, useLingui } from '@lingui/react/macro';
import { functionsQuery } from '../../../api/functions.ts';
import { usePrefetched } from '../../../api/query-client.ts';
import { HealthMark } from '../../../parts/health-mark.tsx';
import { RelativeTime } from '../../../ui/time.tsx';

/** Does it work now, and when was that seen? */
export function PageState() {
  const { i18n } = useLingui();
  const row = usePrefetched(functionsQuery).find((one) => one.function === 'email-forwarding');
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
