import { Trans, useLingui } from '@lingui/react/macro';
import type { PilotAuthMethod } from '../../../../../contract/contact-center.ts';
import { AlsoUsed } from '../../../../parts/also-used.tsx';
import { usePasteDoctor } from '../../../../parts/use-paste-doctor.tsx';
import { SelectField, TextField } from '../../../../ui/field.tsx';
import { ApplicationOfPilot } from './application-of-pilot.tsx';
import { MailFields } from './mail-fields.tsx';
import { PasswordFields } from './password-fields.tsx';
import type { PilotFieldsProps } from './pilot-fields.tsx';
import { doctorSetup } from './pilot-values.ts';
import { ServerFields } from './server-fields.tsx';
import { usePilotWords } from './use-pilot-words.ts';

/** How the mails of a mailbox come into the queue. */
export function EmailFields(props: PilotFieldsProps) {
  const { t } = useLingui();
  const { authMethods } = usePilotWords();
  const { form, stored, values, wrong, set } = props;
  const { register } = form;
  const doctor = usePasteDoctor(form, doctorSetup, t`Username`);
  const isOauth = values.authMethod === 'oauth';
  const examined = isOauth ? doctor('emailAddress', wrong('username')) : { error: wrong('username'), note: null };
  const chooseMethod = (authMethod: PilotAuthMethod) => {
    set({ authMethod });
    // No error may hide in a field that is not there any more.
    form.clearErrors();
  };
  return (
    <>
      <SelectField label={t`Auth Method`} error={wrong('authMethod')} {...register('authMethod')} onChange={(event) => chooseMethod(event.target.value as PilotAuthMethod)}>
        <option value="basic">{authMethods.basic}</option>
        <option value="oauth">{authMethods.oauth}</option>
      </SelectField>
      <TextField
        label={t`Username`}
        help={isOauth ? <Trans>The mailbox of this queue, as sales@contoso.com.</Trans> : <Trans>As the mail server wants it; often the address of the mailbox.</Trans>}
        required
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...examined}
        note={
          <>
            {examined.note}
            <AlsoUsed mailbox={values.username} except={`${stored.queueId}/${stored.id}`} />
          </>
        }
        {...register('username')}
      />
      {isOauth ? <ApplicationOfPilot {...props} doctor={doctor} /> : <PasswordFields {...props} onUseOauth={() => chooseMethod('oauth')} />}
      <ServerFields {...props} />
      <MailFields {...props} />
    </>
  );
}
