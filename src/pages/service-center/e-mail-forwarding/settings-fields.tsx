import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { EmailForwardingInput } from '../../../../contract/email-forwarding.ts';
import { useFieldError } from '../../../parts/field-error.ts';
import { RequestError } from '../../../parts/request-error.tsx';
import { Button } from '../../../ui/button.tsx';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { SettingsForm } from './use-settings-form.ts';

interface SettingsFieldsProps {
  form: SettingsForm;
  /** The field that Microsoft's refusal is about, as JSON pointer. */
  marked: string | undefined;
  error: unknown;
  since: number;
  busy: boolean;
  /** Somebody else has saved meanwhile. */
  conflict: boolean;
  onSave: (input: EmailForwardingInput) => Promise<unknown>;
  onTakeTheirs: () => Promise<void>;
  onSaveMine: (input: EmailForwardingInput) => Promise<void>;
  onUndo: () => void;
}

/** The form of E-mail forwarding with Microsoft OAuth 2.0. */
export function SettingsFields({ form, marked, error, since, busy, conflict, onSave, onTakeTheirs, onSaveMine, onUndo }: SettingsFieldsProps) {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const { register, formState, handleSubmit } = form;
  const { errors } = formState;
  const [advanced, setAdvanced] = useState(false);
  const refused = (pointer: string) => (marked === pointer && !formState.isDirty ? t`Microsoft refused the sign-in because of this value. See below.` : undefined);
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(onSave, () => setAdvanced(advanced || Boolean(form.formState.errors.smtp)))(event)}>
      <SelectField label={t`Auth Method`} error={fieldError(errors.authMethod)} {...register('authMethod')}>
        <option value="microsoft-oauth">Microsoft OAuth 2.0</option>
      </SelectField>
      <TextField
        label={t`E-mail address`}
        help={<Trans>The mailbox that sends.</Trans>}
        error={fieldError(errors.emailAddress)}
        inputMode="email" autoCapitalize="none"
        required
        autoComplete="off"
        spellCheck={false}
        {...register('emailAddress')}
      />
      <TextField
        label={t`Application ID`}
        help={<Trans>“Application (client) ID” on the overview page of the app registration.</Trans>}
        error={fieldError(errors.applicationId) ?? refused('/applicationId')}
        required
        autoComplete="off"
        spellCheck={false}
        className="code"
        {...register('applicationId')}
      />
      <TextField
        label={t`Tenant ID`}
        help={<Trans>“Directory (tenant) ID”, or a domain as in contoso.com. For personal accounts: consumers.</Trans>}
        error={fieldError(errors.tenantId) ?? refused('/tenantId')}
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="code"
        {...register('tenantId')}
      />
      <details open={advanced || Boolean(errors.smtp)} onToggle={(event) => setAdvanced(event.currentTarget.open)}>
        <summary>
          <Trans>Advanced</Trans>
        </summary>
        <TextField label={t`Outgoing mail server (SMTP)`} error={fieldError(errors.smtp?.host)} required autoComplete="off" spellCheck={false} className="code" {...register('smtp.host')} />
        <TextField
          label={t`Port`}
          error={fieldError(errors.smtp?.port)}
          required
          inputMode="numeric"
          autoComplete="off"
          className="code short"
          {...register('smtp.port', { setValueAs: (value: unknown) => (value === '' ? Number.NaN : Number(value)) })}
        />
        <SelectField label={t`Encryption`} error={fieldError(errors.smtp?.encryption)} {...register('smtp.encryption')}>
          <option value="starttls">STARTTLS</option>
          <option value="tls">SSL/TLS</option>
        </SelectField>
      </details>
      {conflict ? (
        <Notice tone="warn" alert>
          <p>
            <Trans>Somebody else has saved these settings meanwhile. What you typed is still here.</Trans>
          </p>
          <div className="row">
            <Button onClick={() => void onTakeTheirs()}>
              <Trans>Take theirs</Trans>
            </Button>
            <Button onClick={(event) => void handleSubmit(onSaveMine)(event)}>
              <Trans>Save mine</Trans>
            </Button>
          </div>
        </Notice>
      ) : (
        <RequestError error={error} since={since} />
      )}
      <div className="row">
        <Button type="submit" look="primary" busy={busy}>
          <Trans>OK & Next</Trans>
        </Button>
        <Button onClick={onUndo}>
          <Trans>Undo</Trans>
        </Button>
      </div>
    </form>
  );
}
