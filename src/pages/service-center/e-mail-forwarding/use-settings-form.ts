import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { useEffect } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { emailForwardingInput, type EmailForwarding, type EmailForwardingInput } from '../../../../contract/email-forwarding.ts';

export type SettingsForm = UseFormReturn<EmailForwardingInput, unknown, EmailForwardingInput>;

/** The settings' form; while nothing is typed it follows what is stored. */
export function useSettingsForm(settings: EmailForwarding): SettingsForm {
  const form = useForm<EmailForwardingInput, unknown, EmailForwardingInput>({
    resolver: standardSchemaResolver(emailForwardingInput),
    mode: 'onTouched',
    defaultValues: inputOf(settings),
  });
  const { reset, formState } = form;
  const { isDirty } = formState;
  useEffect(() => {
    if (!isDirty) reset(inputOf(settings));
  }, [settings, isDirty, reset]);
  return form;
}

/** The part of the settings that is written. */
export function inputOf({ configured: _configured, changedAt: _changedAt, ...input }: EmailForwarding): EmailForwardingInput {
  return input;
}
