import { useLingui } from '@lingui/react/macro';
import type { AuthMethod, Encryption } from '../../../../contract/email-forwarding.ts';

/** How methods and encryptions are called; some of them are texts, the others names. */
export function useFieldNames() {
  const { t } = useLingui();
  const authMethods: Record<AuthMethod, string> = {
    'basic': t`Basic authentication`,
    'microsoft-oauth': 'Microsoft OAuth 2.0',
    'microsoft-oauth-application': t`Microsoft OAuth 2.0 (application)`,
  };
  const encryptions: Record<Encryption, string> = { starttls: 'STARTTLS', tls: 'SSL/TLS', none: t`None` };
  return { authMethods, encryptions };
}
