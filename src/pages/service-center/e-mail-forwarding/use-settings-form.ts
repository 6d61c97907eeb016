import { useEffect } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { EmailForwarding, EmailForwardingInput } from '../../../../contract/email-forwarding.ts';
import { lazyResolver } from '../../../parts/lazy-resolver.ts';
import { valuesOf, type SettingsValues } from './settings-values.ts';

export type SettingsForm = UseFormReturn<SettingsValues, unknown, EmailForwardingInput>;

const resolver = lazyResolver(async () => (await import('./settings-rules.ts')).settingsResolver);

/** The settings' form; while nothing is typed it follows what is stored. */
export function useSettingsForm(settings: EmailForwarding): SettingsForm {
  const form = useForm<SettingsValues, unknown, EmailForwardingInput>({ resolver, mode: 'onTouched', shouldFocusError: false, defaultValues: valuesOf(settings) });
  const { reset, formState } = form;
  const { isDirty } = formState;
  useEffect(() => {
    if (!isDirty) reset(valuesOf(settings));
  }, [settings, isDirty, reset]);
  return form;
}
