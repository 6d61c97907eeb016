import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { Provider, ProviderInput, ProviderName } from '../../contract/external-providers.ts';
import { readStored, saveStored, type Stored } from './stored.ts';

export type StoredProvider = Stored<Provider>;

const addresses: Record<ProviderName, string> = { 'exchange-calendar': api.exchangeCalendar, 'exchange-directory': api.exchangeDirectory };

export const providerQuery = (name: ProviderName) =>
  queryOptions({
    queryKey: ['external-providers', name],
    queryFn: ({ signal }) => readStored<Provider>(addresses[name], signal),
  });

export function saveProvider(name: ProviderName, given: { input: ProviderInput; etag: string }): Promise<StoredProvider> {
  return saveStored(addresses[name], given);
}
