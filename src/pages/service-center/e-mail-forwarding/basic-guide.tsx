import { Trans } from '@lingui/react/macro';
import { allowSmtp } from '../../../../contract/powershell.ts';
import { Script } from '../../../parts/script.tsx';

/** What is to be known before a password is used. */
export function BasicGuide({ mailbox }: { mailbox: string }) {
  return (
    <>
      <h2>
        <Trans>With Basic authentication</Trans>
      </h2>
      <ol>
        <li>
          <Trans>Server, port and encryption come from whoever runs the mail server. Common: 587 with STARTTLS, 465 with SSL/TLS</Trans>
        </li>
        <li>
          <Trans>A relay in the own network often takes mail without sign-in: Username empty, port 25</Trans>
        </li>
        <li>
          <Trans>Microsoft 365: only while Basic authentication is still allowed, for an account without multi-factor authentication, and with sending by SMTP switched on for the mailbox</Trans>
          <Script text={allowSmtp(mailbox || '<mailbox>')} />
        </li>
      </ol>
    </>
  );
}
