import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { isSameApplication, lastSecretDay } from '../../../parts/application-place.ts';
import { useFieldError } from '../../../parts/field-error.ts';
import { SecretField } from '../../../parts/secret-field.tsx';
import { TextField } from '../../../ui/field.tsx';
import type { OauthFieldsProps } from './oauth-fields.tsx';
import type { SettingsValues } from './settings-values.ts';

/** What an application signs in with: a secret, and the day on which it ends. */
export function ApplicationFields({ form, stored, doctor, refused }: OauthFieldsProps) {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const { register, formState, control } = form;
  const { errors } = formState;
  const [lastDay] = useState(() => lastSecretDay(new Date()));
  const values = useWatch({ control }) as SettingsValues;
  const isOther = !isSameApplication(values, stored);
  return (
    <>
      <SecretField
        label={t`Client Secret`}
        stored={stored.clientSecret}
        elsewhere={isOther && <Trans>The stored one belongs to another application, tenant or cloud. Enter the one of this application.</Trans>}
        required={isOther || !stored.clientSecret.set}
        {...doctor('clientSecret', fieldError(errors.clientSecret) ?? refused('/clientSecret'))}
        {...register('clientSecret')}
      />
      <TextField
        type="date"
        label={t`Secret expires on`}
        help={<Trans>Column “Expires” of Certificates & secrets in the portal. With it Postern can warn in time.</Trans>}
        error={fieldError(errors.clientSecretExpiresAt) ?? refused('/clientSecretExpiresAt')}
        max={lastDay}
        {...register('clientSecretExpiresAt')}
      />
    </>
  );
}
