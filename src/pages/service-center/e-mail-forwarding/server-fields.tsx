import { useLingui } from '@lingui/react/macro';
import { useFieldError } from '../../../parts/field-error.ts';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { useFieldNames } from './use-field-names.ts';
import type { SettingsForm } from './use-settings-form.ts';

/** Where the mail is handed in; `none` is offered for servers that ask for no sign-in. */
export function ServerFields({ form, none = false, refused }: { form: SettingsForm; none?: boolean; refused: (pointer: string) => string | undefined }) {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const { encryptions } = useFieldNames();
  const { register, formState } = form;
  const { smtp } = formState.errors;
  return (
    <>
      <TextField label={t`Outgoing mail server (SMTP)`} error={fieldError(smtp?.host) ?? refused('/smtp/host')} required autoComplete="off" autoCapitalize="none" spellCheck={false} className="code" {...register('smtp.host')} />
      <TextField
        label={t`Port`}
        error={fieldError(smtp?.port)}
        required
        inputMode="numeric"
        autoComplete="off"
        className="code short"
        {...register('smtp.port', { setValueAs: (value: unknown) => (value === '' ? Number.NaN : Number(value)) })}
      />
      <SelectField label={t`Encryption`} error={fieldError(smtp?.encryption)} {...register('smtp.encryption')}>
        <option value="starttls">{encryptions.starttls}</option>
        <option value="tls">{encryptions.tls}</option>
        {none && <option value="none">{encryptions.none}</option>}
      </SelectField>
    </>
  );
}
