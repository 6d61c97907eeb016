import type { UseFormReturn } from 'react-hook-form';
import type { ProviderInput } from '../../../../contract/external-providers.ts';
import type { StoredProvider } from '../../../api/external-providers.ts';
import { lazyResolver } from '../../../parts/lazy-resolver.ts';
import { useStoredForm } from '../../../parts/use-stored-form.ts';
import { inputOf, valuesOf, type ProviderValues } from './provider-values.ts';

export type ProviderForm = UseFormReturn<ProviderValues, unknown, ProviderInput>;

const resolver = lazyResolver(async () => (await import('./provider-rules.ts')).providerResolver, inputOf);

/** The form of a provider, and what it began with. */
export function useProviderForm(stored: StoredProvider): { form: ProviderForm; base: StoredProvider } {
  return useStoredForm(stored, valuesOf, resolver);
}
