import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Cloud } from '../../../../contract/clouds.ts';
import type { Access } from '../../../../contract/external-providers.ts';
import { ApplicationFields } from '../../../parts/application-fields.tsx';
import { CloudField } from '../../../parts/cloud-field.tsx';
import { useOtherApplications, type OtherApplication } from '../../../parts/use-other-applications.ts';
import { SelectField, TextField } from '../../../ui/field.tsx';
import { EwsNotice } from './ews-notice.tsx';
import { ScopeField, ServerField } from './place-fields.tsx';
import type { ProviderFieldsProps } from './provider-fields.tsx';
import { inPlace, valuesOf } from './provider-values.ts';
import { useProviderWords } from './use-provider-words.ts';

/** What an application of Microsoft's needs; server, scope and cloud have values that can stay. */
export function OauthFields(props: ProviderFieldsProps) {
  const { t } = useLingui();
  const { name, form, stored, values, wrong, set, doctor } = props;
  const { register } = form;
  const { accesses } = useProviderWords();
  const others = useOtherApplications(name, stored);
  const [advanced, setAdvanced] = useState(false);
  const isOpen = advanced || wrong('cloud') !== undefined;
  const isCalendar = name === 'exchange-calendar';
  const choose = (changed: { access?: Access; cloud?: Cloud }) => set(inPlace({ ...values, ...changed }, values));

  const takeApplication = (other: OtherApplication | null) => {
    const { cloud, tenantId, applicationId } = other ?? valuesOf(stored);
    set({ ...inPlace({ ...values, cloud }, values), tenantId, applicationId, clientSecret: '', clientSecretFrom: other?.clientSecret.set ? other.source : '' });
    form.clearErrors(['tenantId', 'applicationId', 'clientSecret', 'clientSecretFrom']);
  };

  return (
    <>
      {isCalendar && (
        <SelectField label={t`Access`} error={wrong('access')} {...register('access')} onChange={(event) => choose({ access: event.target.value as Access })}>
          <option value="graph">{accesses.graph}</option>
          <option value="ews">{accesses.ews}</option>
        </SelectField>
      )}
      {values.access === 'ews' && <EwsNotice name={name} values={values} onUseGraph={() => choose({ access: 'graph' })} />}
      <ServerField {...props} />
      <TextField
        label={t`Username`}
        help={isCalendar ? <Trans>A mailbox that exists, as pbx@contoso.com: the check reads its calendar.</Trans> : <Trans>A mailbox that exists, as pbx@contoso.com: the public folders are opened with it.</Trans>}
        required
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...doctor('emailAddress', wrong('username'))}
        {...register('username')}
      />
      <ApplicationFields
        {...{ values, stored, others, wrong, doctor }}
        register={(field) => register(field)}
        onChoose={takeApplication}
        onTake={(from) => set({ clientSecretFrom: from, ...(from && { clientSecret: '' }) })}
      />
      <ScopeField {...props} />
      <details open={isOpen} onToggle={(event) => setAdvanced(event.currentTarget.open)}>
        <summary>
          <Trans>Advanced</Trans>
        </summary>
        {isOpen && <CloudField error={wrong('cloud')} {...register('cloud')} onChoose={(cloud) => choose({ cloud })} />}
      </details>
    </>
  );
}
