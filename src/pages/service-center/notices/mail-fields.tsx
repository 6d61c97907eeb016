import { Trans, useLingui } from '@lingui/react/macro';
import { SecretField } from '../../../parts/secret-field.tsx';
import { SelectField, TextAreaField, TextField } from '../../../ui/field.tsx';
import type { ChannelProps } from './channel.tsx';
import { useEncryptions } from './use-encryptions.ts';
import { useNoticeErrors } from './use-notice-errors.ts';

/** The mail server of the notices, and who gets them. */
export function MailFields({ form, stored, values }: ChannelProps) {
  const { t } = useLingui();
  const wrong = useNoticeErrors();
  const encryptions = useEncryptions();
  const { register, formState } = form;
  const { mail: errors } = formState.errors;
  const hasName = values.mail.username.trim() !== '';
  const isElsewhere = hasName && placeOf(values.mail) !== placeOf(stored.mail);
  return (
    <>
      <TextField label={t`Outgoing mail server (SMTP)`} error={wrong(errors?.smtp?.host)} required autoComplete="off" autoCapitalize="none" spellCheck={false} className="code" {...register('mail.smtp.host')} />
      <TextField
        label={t`Port`}
        error={wrong(errors?.smtp?.port)}
        required
        inputMode="numeric"
        autoComplete="off"
        className="code short"
        {...register('mail.smtp.port', { setValueAs: (value: unknown) => (value === '' ? Number.NaN : Number(value)) })}
      />
      <SelectField label={t`Encryption`} error={wrong(errors?.smtp?.encryption)} {...register('mail.smtp.encryption')}>
        <option value="starttls">{encryptions.starttls}</option>
        <option value="tls">{encryptions.tls}</option>
        <option value="none">{encryptions.none}</option>
      </SelectField>
      <TextField
        label={t`Username`}
        help={<Trans>Leave it empty for a server that asks for no sign-in.</Trans>}
        error={wrong(errors?.username)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...register('mail.username')}
      />
      {hasName && (
        <SecretField
          label={t`Password`}
          stored={stored.mail.password}
          elsewhere={isElsewhere && <Trans>The stored one was entered for another server or name. Enter it again for this one.</Trans>}
          error={wrong(errors?.password)}
          required={isElsewhere || !stored.mail.password.set}
          {...register('mail.password')}
        />
      )}
      <TextField label={t`Sender`} help={<Trans>The e-mail address that notices come from.</Trans>} error={wrong(errors?.from)} required inputMode="email" autoComplete="off" autoCapitalize="none" spellCheck={false} {...register('mail.from')} />
      <TextAreaField label={t`Recipients`} help={<Trans>One e-mail address a line. Not the mailbox whose failure is to be told.</Trans>} error={wrong(errors?.to)} required rows={3} autoComplete="off" autoCapitalize="none" spellCheck={false} {...register('mail.to')} />
    </>
  );
}

// What the stored password was entered for.
function placeOf({ smtp, username }: { smtp: { host: string; port: number; encryption: string }; username: string }): string {
  return JSON.stringify([smtp.host.trim().toLowerCase(), smtp.port, smtp.encryption, username.trim()]);
}
