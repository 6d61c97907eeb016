import { Trans, useLingui } from '@lingui/react/macro';
import { pilotRef, sourceOf } from '../../../../../contract/secret-source.ts';
import { ClientSecretFields } from '../../../../parts/client-secret-fields.tsx';
import { SameApplication } from '../../../../parts/same-application.tsx';
import { useOtherApplications, type OtherApplication } from '../../../../parts/use-other-applications.ts';
import type { Doctor } from '../../../../parts/use-paste-doctor.tsx';
import { TextField } from '../../../../ui/field.tsx';
import type { PilotFieldsProps } from './pilot-fields.tsx';
import { hasNewSecret, inCloud, valuesOf } from './pilot-values.ts';
import { ShareSecret } from './share-secret.tsx';

/** The application that opens the mailbox, and who else gets a new secret of it. */
export function ApplicationFields({ form, stored, values, isNew, wrong, set, doctor }: PilotFieldsProps & { doctor: Doctor }) {
  const { t } = useLingui();
  const { register } = form;
  const own = isNew ? null : sourceOf('queue-pilot', pilotRef(stored.queueId, stored.id));
  const others = useOtherApplications(own, stored);
  const takeApplication = (other: OtherApplication | null) => {
    const { cloud, tenantId, applicationId } = other ?? valuesOf(stored);
    set({ ...inCloud(cloud, values), tenantId, applicationId, clientSecret: '', clientSecretFrom: other?.clientSecret.set ? other.source : '' });
    form.clearErrors(['tenantId', 'applicationId', 'clientSecret', 'clientSecretFrom']);
  };
  return (
    <>
      <h3>
        <Trans>Application</Trans>
      </h3>
      <SameApplication values={values} others={others} onChoose={takeApplication} />
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
        onTake={(from) => set({ clientSecretFrom: from, ...(from && { clientSecret: '' }) })}
      />
      {hasNewSecret(values) && <ShareSecret own={own} values={values} error={form.formState.errors.clientSecretAlsoFor !== undefined} onChoose={(clientSecretAlsoFor) => set({ clientSecretAlsoFor })} />}
    </>
  );
}
