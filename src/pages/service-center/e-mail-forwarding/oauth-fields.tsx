import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { EmailForwarding } from '../../../../contract/email-forwarding.ts';
import { useFieldError } from '../../../parts/field-error.ts';
import { later } from '../../../parts/later.tsx';
import type { Doctor } from '../../../parts/use-paste-doctor.tsx';
import { TextField } from '../../../ui/field.tsx';
import type { SettingsForm } from './use-settings-form.ts';

const ApplicationFields = later(async () => (await import('./application-fields.tsx')).ApplicationFields);
const AdvancedFields = later(async () => (await import('./advanced-fields.tsx')).AdvancedFields);

export interface OauthFieldsProps {
  form: SettingsForm;
  stored: EmailForwarding;
  doctor: Doctor;
  refused: (pointer: string) => string | undefined;
  /** Does the application sign in by itself, with a secret, instead of a person? */
  application: boolean;
}

/** What both methods of Microsoft OAuth 2.0 need; the rest has defaults that can stay. */
export function OauthFields(props: OauthFieldsProps) {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const { form, doctor, refused, application } = props;
  const { register, formState } = form;
  const { errors } = formState;
  const [advanced, setAdvanced] = useState(false);
  const isOpen = advanced || Boolean(errors.cloud ?? errors.signInAs ?? errors.scope ?? errors.smtp ?? refused('/scope') ?? refused('/smtp/host'));
  return (
    <>
      <TextField
        label={t`Application ID`}
        help={<Trans>“Application (client) ID” on the overview page of the app registration.</Trans>}
        required
        autoComplete="off"
        spellCheck={false}
        className="code"
        {...doctor('applicationId', fieldError(errors.applicationId) ?? refused('/applicationId'))}
        {...register('applicationId')}
      />
      <TextField
        label={t`Tenant ID`}
        help={
          application ? (
            <Trans>“Directory (tenant) ID”, or a domain as in contoso.com.</Trans>
          ) : (
            <Trans>“Directory (tenant) ID”, or a domain as in contoso.com. For personal accounts: consumers.</Trans>
          )
        }
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="code"
        {...doctor('tenantId', fieldError(errors.tenantId) ?? refused('/tenantId'))}
        {...register('tenantId')}
      />
      {application && <ApplicationFields {...props} />}
      <details open={isOpen} onToggle={(event) => setAdvanced(event.currentTarget.open)}>
        <summary>
          <Trans>Advanced</Trans>
        </summary>
        {isOpen && <AdvancedFields {...props} />}
      </details>
    </>
  );
}
