import { Trans, useLingui } from '@lingui/react/macro';
import type { UseFormRegisterReturn } from 'react-hook-form';
import type { SecretSource } from '../../contract/secret-source.ts';
import type { Secret } from '../../contract/secrets.ts';
import { TextField } from '../ui/field.tsx';
import type { Application } from './application-place.ts';
import { ClientSecretFields } from './client-secret-fields.tsx';
import { SameApplication } from './same-application.tsx';
import type { OtherApplication } from './use-other-applications.ts';
import type { Doctor } from './use-paste-doctor.tsx';

type Field = 'tenantId' | 'applicationId' | 'clientSecret' | 'clientSecretExpiresAt';

interface ApplicationFieldsProps {
  values: Application & { clientSecretExpiresAt: string; clientSecretFrom: SecretSource | '' };
  stored: Application & { clientSecret: Secret };
  others: readonly OtherApplication[];
  register: (field: Field) => UseFormRegisterReturn;
  wrong: (field: Field | 'clientSecretFrom') => string | undefined;
  doctor: Doctor;
  /** Takes the application of somebody else; null where it is to be none of them again. */
  onChoose: (other: OtherApplication | null) => void;
  onTake: (from: SecretSource | '') => void;
}

/** An application that signs in by itself: one that somebody else has, or its tenant, its id and its secret. */
export function ApplicationFields({ values, stored, others, register, wrong, doctor, onChoose, onTake }: ApplicationFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <SameApplication values={values} others={others} onChoose={onChoose} />
      <TextField
        label={t`Tenant ID`}
        help={<Trans>“Directory (tenant) ID”, or a domain as in contoso.com.</Trans>}
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="code"
        {...doctor('tenantId', wrong('tenantId'))}
        {...register('tenantId')}
      />
      <TextField
        label={t`Application ID`}
        help={<Trans>“Application (client) ID” on the overview page of the app registration.</Trans>}
        required
        autoComplete="off"
        spellCheck={false}
        className="code"
        {...doctor('applicationId', wrong('applicationId'))}
        {...register('applicationId')}
      />
      <ClientSecretFields
        values={values}
        stored={stored}
        others={others}
        secret={{ ...doctor('clientSecret', wrong('clientSecret') ?? wrong('clientSecretFrom')), ...register('clientSecret') }}
        day={{ error: wrong('clientSecretExpiresAt'), ...register('clientSecretExpiresAt') }}
        onTake={onTake}
      />
    </>
  );
}
