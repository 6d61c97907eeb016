import { Plural, Trans } from '@lingui/react/macro';
import type { CheckRunItem } from '../../../contract/check-runs.ts';
import { useCloudNames } from '../../parts/use-cloud-names.ts';

/** The applications that the queue pilots signed in with, each once. */
export function Applications({ items }: { items: readonly CheckRunItem[] }) {
  const clouds = useCloudNames();
  const targets = items.flatMap(({ target }) => (target?.cloud ? [target] : []));
  const groups = [...Map.groupBy(targets, ({ cloud, tenantId, applicationId }) => [cloud, tenantId, applicationId].join(' '))];
  if (groups.length === 0) return null;
  return (
    <>
      <p>
        <Trans>Applications that they signed in with:</Trans>
      </p>
      <ul className="needs">
        {groups.map(([key, own]) => {
          const [first] = own;
          return (
            first?.cloud && (
              <li key={key}>
                <span className="code">{first.applicationId}</span>, <Trans>Tenant ID</Trans> <span className="code">{first.tenantId}</span>, {clouds[first.cloud]}: <Plural value={own.length} one="# queue pilot" other="# queue pilots" />
              </li>
            )
          );
        })}
      </ul>
    </>
  );
}
