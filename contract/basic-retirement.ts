import { isMicrosoftHost } from './clouds.ts';

// Sending: off by default from then on, in all clouds; an administrator can switch it on again. Reading: off for good.
const lastDays = { sending: '2026-12-31T00:00:00.000Z', reading: '2023-01-01T00:00:00.000Z' };

/**
 * When Microsoft switches Basic authentication off at this host: for sending by SMTP, or for reading by POP3 and Exchange Web Services. Null for a server that is none of
 * Microsoft's, which keeps it. learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online.
 */
export function basicAuthenticationEnd(host: string, use: 'sending' | 'reading'): string | null {
  return isMicrosoftHost(host) ? lastDays[use] : null;
}
