import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { Resolver } from 'react-hook-form';
import { emailForwardingInput, type EmailForwardingInput } from '../../../../contract/email-forwarding.ts';
import { inputOf, type SettingsValues } from './settings-values.ts';

const rules = standardSchemaResolver(emailForwardingInput);

/** The contract's rules, on the form's values. */
export const settingsResolver: Resolver<SettingsValues, unknown, EmailForwardingInput> = (values, context, options) =>
  rules(inputOf(values), context, options as never) as never;
