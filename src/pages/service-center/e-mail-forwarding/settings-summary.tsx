import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import { DateTime } from '../../../ui/time.tsx';
import { useFieldNames } from './use-field-names.ts';

/** What is set, to read: of the chosen method only. */
export function SettingsSummary({ settings }: { settings: EmailForwarding }) {
  const { i18n } = useLingui();
  const { authMethods, encryptions } = useFieldNames();
  const { authMethod, emailAddress, signInAs, applicationId, tenantId, smtp, username, password } = settings;
  const isBasic = authMethod === 'basic';
  return (
    <dl className="summary">
      <Row name={<Trans>Auth Method</Trans>}>{authMethods[authMethod]}</Row>
      <Row name={<Trans>E-mail address</Trans>}>{emailAddress}</Row>
      {!isBasic && (
        <>
          {signInAs && <Row name={<Trans>Sign in as</Trans>}>{signInAs}</Row>}
          <Row name={<Trans>Application ID</Trans>}>
            <span className="code">{applicationId}</span>
          </Row>
          <Row name={<Trans>Tenant ID</Trans>}>
            <span className="code">{tenantId}</span>
          </Row>
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
              {password.changedAt ? (
                <Trans>
                  set on <DateTime at={password.changedAt} locale={i18n.locale} />
                </Trans>
              ) : (
                <Trans>not set</Trans>
              )}
            </Row>
          )}
        </>
      )}
    </dl>
  );
}

function Row({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
