import { Trans } from '@lingui/react/macro';
import { pilotRef, sourceOf } from '../../../../../contract/secret-source.ts';
import { ApplicationFields } from '../../../../parts/application-fields.tsx';
import { useOtherApplications, type OtherApplication } from '../../../../parts/use-other-applications.ts';
import type { Doctor } from '../../../../parts/use-paste-doctor.tsx';
import type { PilotFieldsProps } from './pilot-fields.tsx';
import { hasNewSecret, inCloud, valuesOf } from './pilot-values.ts';
import { ShareSecret } from './share-secret.tsx';

/** The application that opens the mailbox, and who else gets a new secret of it. */
export function ApplicationOfPilot({ form, stored, values, isNew, wrong, set, doctor }: PilotFieldsProps & { doctor: Doctor }) {
  const own = isNew ? null : sourceOf('queue-pilot', pilotRef(stored.queueId, stored.id));
  const others = useOtherApplications(own, stored);
  const choose = (other: OtherApplication | null) => {
    const { cloud, tenantId, applicationId } = other ?? valuesOf(stored);
    set({ ...inCloud(cloud, values), tenantId, applicationId, clientSecret: '', clientSecretFrom: other?.clientSecret.set ? other.source : '' });
    form.clearErrors(['tenantId', 'applicationId', 'clientSecret', 'clientSecretFrom']);
  };
  return (
    <>
      <h3>
        <Trans>Application</Trans>
      </h3>
      <ApplicationFields {...{ values, stored, others, wrong, doctor }} register={(field) => form.register(field)} onChoose={choose} onTake={(from) => set({ clientSecretFrom: from, ...(from && { clientSecret: '' }) })} />
      {hasNewSecret(values) && <ShareSecret own={own} values={values} error={form.formState.errors.clientSecretAlsoFor !== undefined} onChoose={(clientSecretAlsoFor) => set({ clientSecretAlsoFor })} />}
    </>
  );
}
