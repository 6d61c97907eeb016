import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { clouds } from '../../../../contract/clouds.ts';
import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import type { Secret } from '../../../../contract/secrets.ts';
import { RemovedSecrets } from '../../../parts/removed-secrets.tsx';
import { useCloudNames } from '../../../parts/use-cloud-names.ts';
import { DateTime, Day } from '../../../ui/time.tsx';
import { MyReports } from './my-reports.tsx';
import { useFieldNames } from './use-field-names.ts';

interface SettingsSummaryProps {
  settings: EmailForwarding;
  /** JSON pointers of the secrets that the last save has removed. */
  removed: readonly string[];
}

/** What is set, to read, and what is not any more. */
export function SettingsSummary({ settings, removed }: SettingsSummaryProps) {
  return (
    <>
      <RemovedSecrets removed={removed} />
      <Settings settings={settings} />
    </>
  );
}

// Of the chosen method only.
function Settings({ settings }: { settings: EmailForwarding }) {
  const { i18n } = useLingui();
  const { authMethods, encryptions } = useFieldNames();
  const cloudNames = useCloudNames();
  const { authMethod, emailAddress, signInAs, cloud, applicationId, tenantId, clientSecret, clientSecretExpiresAt, scope, smtp, username, password } = settings;
  const isBasic = authMethod === 'basic';
  return (
    <dl className="summary">
      <Row name={<Trans>Auth Method</Trans>}>{authMethods[authMethod]}</Row>
      <Row name={<Trans>E-mail address</Trans>}>{emailAddress}</Row>
      {!isBasic && (
        <>
          {signInAs && authMethod === 'microsoft-oauth' && <Row name={<Trans>Sign in as</Trans>}>{signInAs}</Row>}
          <Row name={<Trans>Application ID</Trans>}>
            <span className="code">{applicationId}</span>
          </Row>
          <Row name={<Trans>Tenant ID</Trans>}>
            <span className="code">{tenantId}</span>
          </Row>
          {cloud !== 'global' && <Row name={<Trans>Cloud</Trans>}>{cloudNames[cloud]}</Row>}
        </>
      )}
      {authMethod === 'microsoft-oauth-application' && (
        <>
          <Row name={<Trans>Client Secret</Trans>}>
            <SecretState secret={clientSecret} locale={i18n.locale} />
          </Row>
          {clientSecretExpiresAt && (
            <Row name={<Trans>Secret expires on</Trans>}>
              <Day at={clientSecretExpiresAt} locale={i18n.locale} />
            </Row>
          )}
          {scope !== clouds[cloud].exchangeScope && (
            <Row name={<Trans>Scope</Trans>}>
              <span className="code">{scope}</span>
            </Row>
          )}
        </>
      )}
      <Row name={<Trans>Mail server</Trans>}>
        <span className="code">
          {smtp.host}:{smtp.port}
        </span>{' '}
        <span className="muted">{smtp.encryption === 'none' ? <Trans>without encryption</Trans> : encryptions[smtp.encryption]}</span>
      </Row>
      {isBasic && (
        <>
          <Row name={<Trans>Username</Trans>}>{username || <Trans>none: no sign-in</Trans>}</Row>
          {username && (
            <Row name={<Trans>Password</Trans>}>
              <SecretState secret={password} locale={i18n.locale} />
            </Row>
          )}
        </>
      )}
      <MyReports />
    </dl>
  );
}

function SecretState({ secret: { set, changedAt, hint }, locale }: { secret: Secret; locale: string }) {
  if (!set || !changedAt) return <Trans>not set</Trans>;
  const since = <DateTime at={changedAt} locale={locale} />;
  return hint ? <Trans>set on {since}, ends in {hint}</Trans> : <Trans>set on {since}</Trans>;
}

function Row({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
