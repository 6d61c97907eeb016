import { Trans, useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { useWatch } from 'react-hook-form';
import type { AuthMethod, EmailForwarding, EmailForwardingInput } from '../../../../contract/email-forwarding.ts';
import { useFieldError } from '../../../parts/field-error.ts';
import { later } from '../../../parts/later.tsx';
import { RequestError } from '../../../parts/request-error.tsx';
import { useFocusOnError } from '../../../parts/use-focus-on-error.ts';
import { usePasteDoctor } from '../../../parts/use-paste-doctor.tsx';
import { Button } from '../../../ui/button.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { OauthFields } from './oauth-fields.tsx';
import { doctorSetup, serverFor, type SettingsValues } from './settings-values.ts';
import { useFieldNames } from './use-field-names.ts';
import type { SettingsForm } from './use-settings-form.ts';

const BasicFields = later(async () => (await import('./basic-fields.tsx')).BasicFields);

/** The field that a refusal is about, as JSON pointer, and what is said at it. */
export interface Marked {
  pointer: string;
  sentence: string;
}

interface SettingsFieldsProps {
  form: SettingsForm;
  stored: EmailForwarding;
  marked: Marked | undefined;
  error: unknown;
  since: number;
  busy: boolean;
  /** In place of the error, where there is more to say. */
  conflict: React.ReactNode;
  onSave: (input: EmailForwardingInput) => Promise<unknown>;
  onUndo: () => void;
}

/** The form of E-mail forwarding: what all methods need, and the chosen one's own fields. */
export function SettingsFields({ form, stored, marked, error, since, busy, conflict, onSave, onUndo }: SettingsFieldsProps) {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const { authMethods } = useFieldNames();
  const { register, formState, handleSubmit, control } = form;
  const { errors } = formState;
  const authMethod = useWatch({ control, name: 'authMethod' });
  const doctor = usePasteDoctor(form, doctorSetup);
  const servers = useRef<Partial<Record<AuthMethod, SettingsValues['smtp']>>>({});
  const refused = (pointer: string) => (marked?.pointer === pointer && !formState.isDirty ? marked.sentence : undefined);
  const element = useFocusOnError(formState.submitCount);
  const submit = handleSubmit(onSave);

  // Each method keeps its values; a token has a server of its own.
  const choose = (next: AuthMethod) => {
    // The form goes on changing what it answers.
    const values = structuredClone(form.getValues());
    servers.current[authMethod] = values.smtp;
    // No error may hide in a field that is not there any more.
    if (form.getFieldState('signInAs').invalid) form.resetField('signInAs');
    form.setValue('authMethod', next, { shouldDirty: true });
    form.setValue('smtp', serverFor(next, values, servers.current[next]), { shouldDirty: true });
    form.clearErrors();
  };

  const address = (
    <TextField
      label={t`E-mail address`}
      help={<Trans>The mailbox that sends.</Trans>}
      inputMode="email"
      autoCapitalize="none"
      required
      autoComplete="off"
      spellCheck={false}
      {...doctor('emailAddress', fieldError(errors.emailAddress))}
      {...register('emailAddress')}
    />
  );

  return (
    <form ref={element} noValidate onSubmit={(event) => void submit(event)}>
      <SelectField label={t`Auth Method`} error={fieldError(errors.authMethod) ?? refused('/authMethod')} {...register('authMethod')} onChange={(event) => choose(event.target.value as AuthMethod)}>
        <option value="basic">{authMethods.basic}</option>
        <option value="microsoft-oauth">{authMethods['microsoft-oauth']}</option>
        <option value="microsoft-oauth-application">{authMethods['microsoft-oauth-application']}</option>
      </SelectField>
      {authMethod === 'basic' ? (
        <>
          <BasicFields form={form} stored={stored} refused={refused} onUseOauth={() => choose('microsoft-oauth')} />
          {address}
        </>
      ) : (
        <>
          {address}
          <OauthFields form={form} stored={stored} doctor={doctor} refused={refused} application={authMethod === 'microsoft-oauth-application'} />
        </>
      )}
      {conflict ?? <RequestError error={error} since={since} again={() => void submit()} />}
      <div className="row">
        {!conflict && (
          <Button type="submit" look="primary" busy={busy}>
            <Trans>OK & Next</Trans>
          </Button>
        )}
        <Button onClick={onUndo}>
          <Trans>Undo</Trans>
        </Button>
      </div>
    </form>
  );
}
