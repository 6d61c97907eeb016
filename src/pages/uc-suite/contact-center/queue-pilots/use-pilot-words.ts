import { useLingui } from '@lingui/react/macro';
import type { MailHandling, PilotAuthMethod, PilotType } from '../../../../../contract/contact-center.ts';
import type { Pop3Encryption } from '../../../../../contract/pop3-place.ts';

/** How types, methods and choices are called; some of them are texts, the others names. */
export function usePilotWords() {
  const { t } = useLingui();
  const types: Record<PilotType, string> = { call: t`Call`, fax: t`Fax`, email: t`E-mail` };
  const authMethods: Record<PilotAuthMethod, string> = { basic: t`Basic authentication`, oauth: 'OAuth 2.0' };
  const encryptions: Record<Pop3Encryption, string> = { tls: 'SSL/TLS', starttls: 'STARTTLS' };
  const mailHandlings: Record<MailHandling, string> = { delete: t`Fetch, then delete in the mailbox`, leave: t`Fetch and leave in the mailbox` };
  return { types, authMethods, encryptions, mailHandlings };
}
