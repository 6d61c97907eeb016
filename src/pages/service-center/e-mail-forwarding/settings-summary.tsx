import { Trans } from '@lingui/react/macro';
import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';

/** What is set, to read. */
export function SettingsSummary({ settings }: { settings: EmailForwarding }) {
  const { emailAddress, signInAs, applicationId, tenantId, smtp } = settings;
  return (
    <dl className="summary">
      <dt>
        <Trans>Auth Method</Trans>
      </dt>
      <dd>Microsoft OAuth 2.0</dd>
      <dt>
        <Trans>E-mail address</Trans>
      </dt>
      <dd>{emailAddress}</dd>
      {signInAs && (
        <>
          <dt>
            <Trans>Sign in as</Trans>
          </dt>
          <dd>{signInAs}</dd>
        </>
      )}
      <dt>
        <Trans>Application ID</Trans>
      </dt>
      <dd className="code">{applicationId}</dd>
      <dt>
        <Trans>Tenant ID</Trans>
      </dt>
      <dd className="code">{tenantId}</dd>
      <dt>
        <Trans>Mail server</Trans>
      </dt>
      <dd>
        <span className="code">
          {smtp.host}:{smtp.port}
        </span>{' '}
        <span className="muted">{smtp.encryption === 'tls' ? 'SSL/TLS' : 'STARTTLS'}</span>
      </dd>
    </dl>
  );
}
