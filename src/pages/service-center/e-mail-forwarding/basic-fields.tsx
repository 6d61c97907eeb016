import { Trans, useLingui } from '@lingui/react/macro';
import { useWatch } from 'react-hook-form';
import { isMicrosoftMailHost } from '../../../../contract/clouds.ts';
import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import { useFieldError } from '../../../parts/field-error.ts';
import { SecretField } from '../../../parts/secret-field.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ServerFields } from './server-fields.tsx';
import { isElsewhere } from './settings-places.ts';
import type { SettingsValues } from './settings-values.ts';
import type { SettingsForm } from './use-settings-form.ts';

interface BasicFieldsProps {
  form: SettingsForm;
  stored: EmailForwarding;
  refused: (pointer: string) => string | undefined;
  onUseOauth: () => void;
}

/** What Basic authentication needs. */
export function BasicFields({ form, stored, refused, onUseOauth }: BasicFieldsProps) {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const { register, formState, control } = form;
  const { errors } = formState;
  const values = useWatch({ control }) as SettingsValues;
  const { host } = values.smtp;
  return (
    <>
      <ServerFields form={form} none refused={refused} />
      {isMicrosoftMailHost(host.trim()) && (
        <Notice tone="warn">
          <p>{host.trim().toLowerCase() === 'smtp-mail.outlook.com' ? <EndForPersons /> : <EndForCompanies />}</p>
          <Button onClick={onUseOauth}>
            <Trans>Use Microsoft OAuth 2.0</Trans>
          </Button>
        </Notice>
      )}
      <TextField
        label={t`Username`}
        help={<Trans>Often the e-mail address. Empty for a server that asks for no sign-in.</Trans>}
        error={fieldError(errors.username) ?? refused('/username')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...register('username')}
      />
      <SecretField
        label={t`Password`}
        stored={stored.password}
        elsewhere={isElsewhere(values, stored) && <Trans>The stored one was entered for another server or name. Enter it again for this one.</Trans>}
        error={fieldError(errors.password) ?? refused('/password')}
        {...register('password')}
      />
    </>
  );
}

function EndForCompanies() {
  return (
    <Trans>
      Microsoft is switching Basic authentication for sending off: at the end of December 2026 in existing tenants, where an administrator can switch it on again; tenants made from 2027 on do not have it. The day of its final end is to be announced in the
      second half of 2027.
    </Trans>
  );
}

function EndForPersons() {
  return <Trans>For personal accounts (Outlook.com) Microsoft ended Basic authentication in September 2024.</Trans>;
}
