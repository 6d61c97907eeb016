import { Trans, useLingui } from '@lingui/react/macro';
import { useWatch, type UseFormReturn } from 'react-hook-form';
import { Link } from 'react-router';
import type { Administrator } from '../../../contract/administrators.ts';
import { passwordLength } from '../../../contract/password-length.ts';
import { roles } from '../../../contract/roles.ts';
import { useFieldError } from '../../parts/field-error.ts';
import { RoleList, RoleWords } from '../../parts/role-list.tsx';
import { roleNames } from '../../parts/role-names.ts';
import { paths } from '../../paths.ts';
import { CheckboxField } from '../../ui/checkbox-field.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { DateTime } from '../../ui/time.tsx';
import type { AdministratorValues } from './administrator-values.ts';

interface AdministratorFieldsProps {
  form: UseFormReturn<AdministratorValues, unknown, AdministratorValues>;
  stored: Administrator;
  isNew: boolean;
  isOwn: boolean;
}

const { min } = passwordLength;

/** The fields of an account. The own one has its password on a page of its own. */
export function AdministratorFields({ form, stored, isNew, isOwn }: AdministratorFieldsProps) {
  const { t, i18n } = useLingui();
  const fieldError = useFieldError();
  const { register, formState } = form;
  const { errors } = formState;
  const [role, mustChangePassword] = useWatch({ control: form.control, name: ['role', 'mustChangePassword'] });
  const since = stored.password.changedAt && <DateTime at={stored.password.changedAt} locale={i18n.locale} />;
  return (
    <>
      {isOwn && (
        <p>
          <Trans>
            This is your own account. Its password is changed in <Link to={paths.account()}>My account</Link>.
          </Trans>
        </p>
      )}
      <TextField label={t`Username`} error={fieldError(errors.username)} required autoComplete="off" autoCapitalize="none" spellCheck={false} {...register('username')} />
      <TextField label={t`E-mail address`} help={<Trans>Optional. Test mails go there.</Trans>} error={fieldError(errors.email)} inputMode="email" autoCapitalize="none" autoComplete="off" spellCheck={false} {...register('email')} />
      <SelectField label={t`Role`} help={<RoleWords role={role} />} error={fieldError(errors.role)} {...register('role')}>
        {roles.map((one) => (
          <option key={one} value={one}>
            {roleNames[one]}
          </option>
        ))}
      </SelectField>
      <details className="all-roles">
        <summary>
          <Trans>What each role may do</Trans>
        </summary>
        <RoleList />
      </details>
      <SelectField label={t`Language of the account`} error={fieldError(errors.language)} {...register('language')}>
        <option value="en" lang="en">
          English
        </option>
        <option value="de" lang="de">
          Deutsch
        </option>
      </SelectField>
      {!isOwn && (
        <TextField
          label={isNew ? t`Password` : t`New password`}
          help={isNew ? <Trans>At least {min} characters. It must be changed at the first sign-in.</Trans> : <Trans>Set on {since}. Leave it empty to keep it. A new one must be changed at the next sign-in, and ends the sessions.</Trans>}
          error={fieldError(errors.password)}
          type="password"
          autoComplete="new-password"
          required={isNew}
          {...register('password')}
        />
      )}
      {!isOwn && !isNew && (
        <CheckboxField
          label={<Trans>Must change the password before anything else</Trans>}
          help={stored.mustChangePassword && <Trans>This ends once the account has chosen its own password.</Trans>}
          checked={mustChangePassword}
          disabled={stored.mustChangePassword}
          onChange={(on) => form.setValue('mustChangePassword', on, { shouldDirty: true })}
        />
      )}
    </>
  );
}
