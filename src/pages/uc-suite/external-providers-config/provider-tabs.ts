import type { ProviderName } from '../../../../contract/external-providers.ts';
import type { ProviderTab } from '../../../paths.ts';

/** The tab of each provider, as its address names it. */
export const tabOf: Record<ProviderName, ProviderTab> = { 'exchange-calendar': 'exchange-calendar-integration', 'exchange-directory': 'exchange-pst' };

/** Whose tab that is; null for an address that is none. */
export function nameOfTab(tab: string | undefined): ProviderName | null {
  return (Object.keys(tabOf) as ProviderName[]).find((name) => tabOf[name] === tab) ?? null;
}
