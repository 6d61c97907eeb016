import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import { exchangeCalendarInput, type ProviderInput } from '../../../../contract/external-providers.ts';

// The other tab differs in its access only, and there is no choice of it.
export const providerResolver: Resolver<ProviderInput, unknown, ProviderInput> = standardSchemaResolver(exchangeCalendarInput);
