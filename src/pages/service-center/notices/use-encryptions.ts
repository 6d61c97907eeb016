import { useLingui } from '@lingui/react/macro';
import type { Encryption } from '../../../../contract/email-forwarding.ts';

/** What the encryptions are called. */
export function useEncryptions(): Record<Encryption, string> {
  const { t } = useLingui();
  return { starttls: 'STARTTLS', tls: 'SSL/TLS', none: t`None` };
}
