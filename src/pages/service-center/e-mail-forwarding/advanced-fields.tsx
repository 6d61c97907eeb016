import { Trans, useLingui } from '@lingui/react/macro';
import { useWatch } from 'react-hook-form';
import type { Cloud } from '../../../../contract/clouds.ts';
import { allowSendAs } from '../../../../contract/powershell.ts';
import { CloudField } from '../../../parts/cloud-field.tsx';
import { useFieldError } from '../../../parts/field-error.ts';
import { Script } from '../../../parts/script.tsx';
import { TextField } from '../../../ui/field.tsx';
import type { OauthFieldsProps } from './oauth-fields.tsx';
import { ServerFields } from './server-fields.tsx';
import { inCloud, type SettingsValues } from './settings-values.ts';

/** What has defaults that nearly everybody keeps. */
export function AdvancedFields({ form, doctor, refused, application }: OauthFieldsProps) {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const { register, formState, control } = form;
  const { errors } = formState;
  const [mailbox, account] = useWatch({ control, name: ['emailAddress', 'signInAs'] }).map((text) => text.trim()) as [string, string];
  const isShared = mailbox.includes('@') && account.includes('@') && mailbox.toLowerCase() !== account.toLowerCase();

  const choose = (cloud: Cloud) => {
    // The form goes on changing what it answers.
    const changes = inCloud(cloud, structuredClone(form.getValues()));
    for (const name of ['cloud', 'smtp', 'scope'] satisfies (keyof SettingsValues)[]) form.setValue(name, changes[name], { shouldDirty: true, shouldValidate: formState.isSubmitted });
  };

  return (
    <>
      <CloudField error={fieldError(errors.cloud) ?? refused('/cloud')} {...register('cloud')} onChoose={choose} />
      {application ? (
        <TextField
          label={t`Scope`}
          help={<Trans>All permissions at Exchange Online that were granted to the application.</Trans>}
          error={fieldError(errors.scope) ?? refused('/scope')}
          required
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          className="code"
          {...register('scope')}
        />
      ) : (
        <>
          <TextField
            label={t`Sign in as`}
            help={<Trans>The account that signs in, where the mailbox is shared. Else leave it empty.</Trans>}
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...doctor('signInAs', fieldError(errors.signInAs) ?? refused('/signInAs'))}
            {...register('signInAs')}
          />
          {isShared && (
            <div className="field">
              <Trans>
                {account} must be allowed to send as {mailbox}. In Exchange Online PowerShell:
              </Trans>
              <Script text={allowSendAs(mailbox, account)} />
            </div>
          )}
        </>
      )}
      <ServerFields form={form} refused={refused} />
    </>
  );
}
