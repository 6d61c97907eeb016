import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, type ReactNode } from 'react';
import { clouds } from '../../../../contract/clouds.ts';
import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import { permissions } from '../../../../contract/permissions.ts';
import { allowSmtp } from '../../../../contract/powershell.ts';
import { Script } from '../../../parts/script.tsx';
import { useCopyWords } from '../../../parts/use-copy-words.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { later } from '../../../parts/later.tsx';

const BasicGuide = later(async () => (await import('./basic-guide.tsx')).BasicGuide);

/** What is done once in the Microsoft portal, in its order and words. */
export function Guide({ settings, signsIn }: { settings: EmailForwarding; signsIn: boolean }) {
  if (signsIn) return <OauthGuide settings={settings} />;
  return <BasicGuide settings={settings} />;
}

function OauthGuide({ settings }: { settings: EmailForwarding }) {
  const { entraPortal, authority } = clouds[settings.cloud];
  const { names } = permissions['email-forwarding/microsoft-oauth'];
  const mailbox = settings.emailAddress || 'pbx@contoso.com';
  const { tenantId, applicationId } = settings;
  return (
    <>
      <h2>
        <Trans>In the Microsoft portal</Trans>
      </h2>
      <p className="muted">
        <Trans>What the Entra administrator does once for this page.</Trans>
      </p>
      <ol>
        <li>
          <Trans>
            Entra ID → App registrations → <Out href={`${entraPortal}/#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade`}>New registration</Out>: accounts in this directory only, Redirect URI empty
          </Trans>
        </li>
        <li>
          <Trans>Overview: copy Application (client) ID and Directory (tenant) ID into this page</Trans>
        </li>
        <li>
          <Trans>Authentication → Allow public client flows: Yes</Trans>
        </li>
        <li>
          <Trans>API permissions → Add a permission → Microsoft Graph → Delegated permissions</Trans>
          {names.map((name) => (
            <Value key={name} text={name} />
          ))}
        </li>
        <li>
          {applicationId && tenantId ? (
            <Trans>
              <Out href={`${authority}/${encodeURIComponent(tenantId)}/adminconsent?client_id=${encodeURIComponent(applicationId)}`}>Grant admin consent</Out> for {tenantId}
            </Trans>
          ) : (
            <Trans>API permissions → Grant admin consent</Trans>
          )}
        </li>
        <li>
          <Trans>Enterprise apps → this application → Properties → Enabled for users to sign-in: Yes</Trans>
        </li>
        <li>
          <Trans>Exchange Online PowerShell: let the mailbox send by SMTP</Trans>
          <Script text={allowSmtp(mailbox)} />
        </li>
      </ol>
    </>
  );
}

function Out({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children} <span aria-hidden="true">↗</span>
    </a>
  );
}

function Value({ text }: { text: string }) {
  const { t } = useLingui();
  const said = useCopyWords();
  const code = useRef<HTMLElement>(null);
  return (
    <span className="value">
      <code ref={code}>{text}</code>
      <CopyButton look="text" text={text} said={said} label={t`Copy ${text}`} select={() => code.current}>
        <Trans>Copy</Trans>
      </CopyButton>
    </span>
  );
}
