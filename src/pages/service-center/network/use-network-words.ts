import { useLingui } from '@lingui/react/macro';
import type { BrowserHost, NetworkHost, NetworkPurpose, NetworkUser } from '../../../../contract/network.ts';

/** How what stands on the sheet is called. */
export function useNetworkWords() {
  const { t } = useLingui();
  const users: Record<NetworkUser, string> = { 'email-forwarding': t`E-mail forwarding`, 'exchange-calendar': t`Exchange Calendar Integration`, 'exchange-directory': t`Exchange PST`, 'queue-pilot': t`Queue Pilots`, 'notices': t`Notices` };
  const purposes: Record<NetworkPurpose, string> = { 'sign-in': t`Sign-in at Microsoft`, 'smtp': t`Sending mail`, 'pop3': t`Fetching mail`, 'ews': t`Exchange Web Services`, 'graph': t`Microsoft Graph`, 'webhook': t`Webhook` };
  const browser: Record<BrowserHost['purpose'], string> = { 'code': t`Entering the code`, 'sign-in': t`Sign-in at Microsoft`, 'parts': t`Parts of the sign-in page`, 'portal': t`Microsoft’s portal, for the guide’s links` };
  const protocolOf = ({ protocol, encryption }: NetworkHost) => {
    if (protocol === 'https' || protocol === 'http') return protocol.toUpperCase();
    const secured = { starttls: 'STARTTLS', tls: 'SSL/TLS', none: t`not encrypted` };
    return `${protocol.toUpperCase()}, ${secured[encryption]}`;
  };
  const inspectionOf = ({ microsoft, encryption }: NetworkHost) => {
    if (encryption === 'none') return '—';
    return microsoft ? t`exempt` : t`up to you`;
  };
  return {
    users,
    browser,
    protocolOf,
    inspectionOf,
    neededFor: ({ purposes: found, uses }: NetworkHost) => `${found.map((one) => purposes[one]).join(', ')}: ${uses.map(({ of, count }) => (count > 1 ? `${users[of]} (${count})` : users[of])).join(', ')}`,
  };
}
