import { Trans } from '@lingui/react/macro';

/** What is to be known, and done at a mail server of one's own, before a password is used. */
export function BasicGuide() {
  return (
    <>
      <h2>
        <Trans>At your mail server</Trans>
      </h2>
      <ol>
        <li>
          <Trans>Exchange Online takes no password for POP3 any more: choose OAuth 2.0 there</Trans>
        </li>
        <li>
          <Trans>Server, port and encryption come from whoever runs the mail server. Common: 995 with SSL/TLS, 110 with STARTTLS</Trans>
        </li>
        <li>
          <Trans>POP3 must be switched on at the server and for the mailbox. An Exchange server of your own has two services for it, which do not start by themselves at first: MSExchangePOP3 and MSExchangePOP3BE</Trans>
        </li>
        <li>
          <Trans>The server needs a certificate that this system trusts.</Trans>
        </li>
        <li>
          <Trans>No other program may fetch from this mailbox: POP3 lets in one at a time, and what one deletes the other does not get</Trans>
        </li>
      </ol>
    </>
  );
}
