import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useFieldError } from '../../../parts/field-error.ts';
import { TextField } from '../../../ui/field.tsx';
import { ServerFields } from './server-fields.tsx';
import type { SettingsForm } from './use-settings-form.ts';

/** What Microsoft OAuth 2.0 needs; the rest has defaults that can stay. */
export function OauthFields({ form, refused }: { form: SettingsForm; refused: (pointer: string) => string | undefined }) {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const { register, formState } = form;
  const { errors } = formState;
  const [advanced, setAdvanced] = useState(false);
  return (
    <>
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
        <ServerFields form={form} refused={refused} />
      </details>
    </>
  );
}
