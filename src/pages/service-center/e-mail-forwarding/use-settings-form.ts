import type { UseFormReturn } from 'react-hook-form';
import type { EmailForwardingInput } from '../../../../contract/email-forwarding.ts';
import type { StoredEmailForwarding } from '../../../api/email-forwarding.ts';
import { lazyResolver } from '../../../parts/lazy-resolver.ts';
import { useStoredForm } from '../../../parts/use-stored-form.ts';
import { inputOf, valuesOf, type SettingsValues } from './settings-values.ts';

export type SettingsForm = UseFormReturn<SettingsValues, unknown, EmailForwardingInput>;

const resolver = lazyResolver(async () => (await import('./settings-rules.ts')).settingsResolver, inputOf);

/** The form of E-mail forwarding, and what it began with. */
export function useSettingsForm(stored: StoredEmailForwarding): { form: SettingsForm; base: StoredEmailForwarding } {
  return useStoredForm(stored, valuesOf, resolver);
}
