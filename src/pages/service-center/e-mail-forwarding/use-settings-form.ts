import { useEffect, useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { EmailForwardingInput } from '../../../../contract/email-forwarding.ts';
import type { StoredEmailForwarding } from '../../../api/email-forwarding.ts';
import { lazyResolver } from '../../../parts/lazy-resolver.ts';
import { valuesOf, type SettingsValues } from './settings-values.ts';

export type SettingsForm = UseFormReturn<SettingsValues, unknown, EmailForwardingInput>;

// An error that appears between pressing and letting go of a button would push the button away.
const delayError = 300;
const resolver = lazyResolver(async () => (await import('./settings-rules.ts')).settingsResolver);

/** The settings' form, and what it began with: while nothing is typed both follow what is stored, then they stay, so that a save says against what it was made. */
export function useSettingsForm(stored: StoredEmailForwarding): { form: SettingsForm; base: StoredEmailForwarding } {
  const form = useForm<SettingsValues, unknown, EmailForwardingInput>({ resolver, mode: 'onTouched', delayError, shouldFocusError: false, defaultValues: valuesOf(stored.settings) });
  const [base, setBase] = useState(stored);
  const { reset, formState } = form;
  const { isDirty } = formState;
  if (!isDirty && base !== stored) setBase(stored);
  useEffect(() => {
    if (!isDirty) reset(valuesOf(stored.settings));
  }, [stored, isDirty, reset]);
  return { form, base };
}
