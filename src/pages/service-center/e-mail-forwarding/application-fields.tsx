import { useWatch } from 'react-hook-form';
import { ClientSecretFields } from '../../../parts/client-secret-fields.tsx';
import { useFieldError } from '../../../parts/field-error.ts';
import { SameApplication } from '../../../parts/same-application.tsx';
import { useOtherApplications, type OtherApplication } from '../../../parts/use-other-applications.ts';
import type { OauthFieldsProps } from './oauth-fields.tsx';
import { inCloud, valuesOf, type SettingsValues } from './settings-values.ts';

/** What an application signs in with. */
export function ApplicationFields({ form, stored, doctor, refused }: OauthFieldsProps) {
  const fieldError = useFieldError();
  const { register, formState, control } = form;
  const { errors } = formState;
  const values = useWatch({ control }) as SettingsValues;
  const others = useOtherApplications('email-forwarding', stored);

  const choose = (other: OtherApplication | null) => {
    const { cloud, tenantId, applicationId } = other ?? valuesOf(stored);
    // The form goes on changing what it answers.
    const changes = { ...inCloud(cloud, structuredClone(form.getValues())), tenantId, applicationId, clientSecret: '', clientSecretFrom: other?.clientSecret.set ? other.source : '' } as const;
    for (const name of Object.keys(changes) as (keyof typeof changes)[]) form.setValue(name, changes[name], { shouldDirty: true });
    form.clearErrors();
  };

  return (
    <>
      <SameApplication values={values} others={others} onChoose={choose} />
      <ClientSecretFields
        values={values}
        stored={stored}
        others={others}
        secret={{ ...doctor('clientSecret', fieldError(errors.clientSecret ?? errors.clientSecretFrom) ?? refused('/clientSecret')), ...register('clientSecret') }}
        day={{ error: fieldError(errors.clientSecretExpiresAt) ?? refused('/clientSecretExpiresAt'), ...register('clientSecretExpiresAt') }}
        onTake={(from) => {
          form.setValue('clientSecretFrom', from, { shouldDirty: true });
          if (from) form.setValue('clientSecret', '', { shouldDirty: true });
        }}
      />
    </>
  );
}
