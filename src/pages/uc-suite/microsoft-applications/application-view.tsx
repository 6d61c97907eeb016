import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ApplicationDetails } from '../../../../contract/applications.ts';
import { portalLink } from '../../../../contract/portal.ts';
import { ApiProblem } from '../../../api/request.ts';
import { applicationQuery, renewalQuery, type Target } from '../../../api/renewals.ts';
import { HealthMark } from '../../../parts/health-mark.tsx';
import { RequestError } from '../../../parts/request-error.tsx';
import { useCloudNames } from '../../../parts/use-cloud-names.ts';
import { useCopyWords } from '../../../parts/use-copy-words.ts';
import { paths } from '../../../paths.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { DateTime } from '../../../ui/time.tsx';
import { ClientSecretSection } from './client-secret-section.tsx';
import { Permissions } from './permissions.tsx';
import { usePartNames } from './use-part-names.ts';

/** All of one application: who uses it, its secret, its permissions. */
export function ApplicationView({ target }: { target: Target }) {
  const { data, error, refetch, dataUpdatedAt } = useQuery(applicationQuery(target));
  const { data: renewal, error: unread, refetch: readAgain } = useQuery(renewalQuery(target));
  const isNone = error instanceof ApiProblem && error.problem === 'not-found';
  if (isNone) {
    return (
      <section>
        <p>
          <Trans>Nobody signs in with this application any more.</Trans> <Link to={paths.microsoftApplications()}><Trans>Show those in use</Trans></Link>
        </p>
      </section>
    );
  }
  return (
    <>
      <RequestError error={error} since={dataUpdatedAt} again={() => void refetch()} />
      {data && (
        <>
          <UsedBy application={data} />
          <RequestError error={unread} again={() => void readAgain()} />
          {renewal && <ClientSecretSection application={data} renewal={renewal} target={target} />}
          <Permissions application={data} />
        </>
      )}
    </>
  );
}

function UsedBy({ application }: { application: ApplicationDetails }) {
  const { t, i18n } = useLingui();
  const clouds = useCloudNames();
  const said = useCopyWords();
  const partNames = usePartNames();
  const { cloud, tenantIds, tenantGuid, applicationId, parts } = application;
  const tenants = [...new Set([...(tenantGuid ? [tenantGuid] : []), ...tenantIds.filter((id) => id.toLowerCase() !== tenantGuid)])];
  return (
    <section aria-labelledby="uses-title">
      <div className="section-title">
        <h2 id="uses-title">
          <Trans>Application</Trans>
        </h2>
        <a className="not-printed" href={portalLink('registration', { cloud, tenantId: tenants[0] ?? '', applicationId })} target="_blank" rel="noopener noreferrer">
          <Trans>Open in the portal</Trans> <span aria-hidden="true">↗</span>
        </a>
      </div>
      <dl className="summary application-ids">
        <dt>
          <Trans>Application ID</Trans>
        </dt>
        <dd>
          <span className="code">{applicationId}</span>{' '}
          <CopyButton look="text" text={applicationId} said={said} label={t`Copy Application ID`}>
            <Trans>Copy</Trans>
          </CopyButton>
        </dd>
        <dt>
          <Trans>Tenant ID</Trans>
        </dt>
        {tenants.map((tenant) => (
          <dd key={tenant}>
            <bdi className="code">{tenant}</bdi>{' '}
            <CopyButton look="text" text={tenant} said={said} label={t`Copy Tenant ID ${tenant}`}>
              <Trans>Copy</Trans>
            </CopyButton>
          </dd>
        ))}
        <dt>
          <Trans>Cloud</Trans>
        </dt>
        <dd>{clouds[cloud]}</dd>
      </dl>
      <table className="listed stacked">
        <caption>
          <Trans>Used by</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Function</Trans>
            </th>
            <th scope="col">
              <Trans>How it works</Trans>
            </th>
            <th scope="col">
              <Trans>Health</Trans>
            </th>
            <th scope="col">
              <Trans>Last good check</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => {
            const { name, how, to } = partNames(part);
            return (
              <tr key={part.use}>
                <th scope="row">
                  <Link to={to}>{name}</Link>
                </th>
                <td data-column={t`How it works`}>{how}</td>
                <td data-column={t`Health`}>
                  <HealthMark health={part.health} />
                </td>
                <td data-column={t`Last good check`}>{part.lastGood ? <DateTime at={part.lastGood} locale={i18n.locale} /> : <Trans>no good check yet</Trans>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
