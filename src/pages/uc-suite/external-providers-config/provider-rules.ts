import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import { exchangeCalendarInput, type ProviderInput } from '../../../../contract/external-providers.ts';
import { inputOf, type ProviderValues } from './provider-values.ts';

// The other tab differs in its access only, and there is no choice of it.
const rules = standardSchemaResolver(exchangeCalendarInput);

/** The contract's rules, on the form's values. */
export const providerResolver: Resolver<ProviderValues, unknown, ProviderInput> = (values, context, options) => rules(inputOf(values), context, options as never) as never;
