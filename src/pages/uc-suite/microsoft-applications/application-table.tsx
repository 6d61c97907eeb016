import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { Application } from '../../../../contract/applications.ts';
import type { Target } from '../../../api/renewals.ts';
import { useSourceName } from '../../../parts/use-source-name.ts';
import { paths } from '../../../paths.ts';
import { EndOfSecret } from './end-of-secret.tsx';

/** All applications, each with the way to it. */
export function ApplicationTable({ all, target }: { all: readonly Application[]; target: Target | null }) {
  const { t } = useLingui();
  const nameOf = useSourceName();
  return (
    <section aria-labelledby="list-title">
      <h2 id="list-title" className="visually-hidden">
        <Trans>Applications in use</Trans>
      </h2>
      <table className="listed stacked">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Application ID</Trans>
            </th>
            <th scope="col">
              <Trans>Tenant ID</Trans>
            </th>
            <th scope="col">
              <Trans>Used by</Trans>
            </th>
            <th scope="col">
              <Trans>Client Secret</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ first, uses, byCode, ...application }) => {
            const named = { ...application, tenantId: application.tenantGuid ?? application.tenantId };
            const isOpen = target !== null && paths.microsoftApplications(target) === paths.microsoftApplications(named);
            const more = Math.max(uses - 1, 0);
            return (
              <tr key={paths.microsoftApplications(named)}>
                <th scope="row">
                  <Link to={paths.microsoftApplications(named)} aria-current={isOpen ? 'true' : undefined} className="code">
                    {application.applicationId}
                  </Link>
                </th>
                <td data-column={t`Tenant ID`}>
                  <bdi>{application.tenantId}</bdi>
                </td>
                <td data-column={t`Used by`}>
                  <bdi>{nameOf(first)}</bdi>
                  {more > 0 && (
                    <>
                      {' '}
                      <Plural value={more} one="and # more" other="and # more" />
                    </>
                  )}
                </td>
                <td data-column={t`Client Secret`}>{uses === 0 && byCode ? <Trans>none: it signs in by a code</Trans> : <EndOfSecret at={first.clientSecretExpiresAt} />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
