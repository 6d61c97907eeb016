import { Trans, useLingui } from '@lingui/react/macro';
import type { CheckTarget } from '../../../contract/check-runs.ts';
import { useCloudNames } from '../../parts/use-cloud-names.ts';

/** Against what was checked. */
export function Target({ target: { server, mailbox, authMethod, cloud, tenantId, applicationId } }: { target: CheckTarget }) {
  const { t } = useLingui();
  const clouds = useCloudNames();
  const methods: Record<CheckTarget['authMethod'], string> = {
    'basic': t`Basic authentication`,
    'microsoft-oauth': t`Microsoft OAuth 2.0`,
    'microsoft-oauth-application': t`Microsoft OAuth 2.0 (application)`,
    'oauth': t`OAuth 2.0`,
  };
  return (
    <dl className="summary">
      <dt>
        <Trans>Server</Trans>
      </dt>
      <dd className="code">{server}</dd>
      <dt>
        <Trans>Mailbox</Trans>
      </dt>
      <dd>
        <bdi>{mailbox}</bdi>
      </dd>
      <dt>
        <Trans>Auth Method</Trans>
      </dt>
      <dd>{methods[authMethod]}</dd>
      {cloud && (
        <>
          <dt>
            <Trans>Cloud</Trans>
          </dt>
          <dd>{clouds[cloud]}</dd>
          <dt>
            <Trans>Tenant ID</Trans>
          </dt>
          <dd className="code">{tenantId}</dd>
          <dt>
            <Trans>Application ID</Trans>
          </dt>
          <dd className="code">{applicationId}</dd>
        </>
      )}
    </dl>
  );
}
