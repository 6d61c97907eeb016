import { useLingui } from '@lingui/react/macro';
import type { Access, ProviderAuthMethod, ProviderName } from '../../../../contract/external-providers.ts';

/** How tabs, methods and ways in are called; some of them are texts, the others names. */
export function useProviderWords() {
  const { t } = useLingui();
  const titles: Record<ProviderName, string> = { 'exchange-calendar': t`Exchange Calendar Integration`, 'exchange-directory': t`Exchange PST` };
  const authMethods: Record<ProviderAuthMethod, string> = { 'basic': t`Basic authentication`, 'microsoft-oauth': 'Microsoft OAuth 2.0' };
  const accesses: Record<Access, string> = { graph: 'Microsoft Graph', ews: t`Exchange Web Services` };
  return { titles, authMethods, accesses };
}
