import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import type { InputHTMLAttributes, Ref } from 'react';
import type { Secret } from '../../contract/secrets.ts';
import { TextField } from '../ui/field.tsx';
import { DateTime } from '../ui/time.tsx';

type SecretFieldProps = InputHTMLAttributes<HTMLInputElement> & {
  label: string;
  stored: Secret;
  /** Was the stored one entered for another place than what the form now says? */
  elsewhere: boolean;
  error: string | undefined;
  ref?: Ref<HTMLInputElement>;
};

/** A secret that can be written only: whether one is stored, and the field for a new one. */
export function SecretField({ stored, elsewhere, ...field }: SecretFieldProps) {
  const { i18n } = useLingui();
  const { changedAt } = stored;
  const help =
    stored.set && changedAt ? (
      elsewhere ? (
        <Trans>The stored one was entered for another server or name. Enter it again for this one.</Trans>
      ) : (
        <Trans>
          Set on <DateTime at={changedAt} locale={i18n.locale} />. Leave it empty to keep it.
        </Trans>
      )
    ) : (
      <Trans>It is stored encrypted and never shown again.</Trans>
    );
  return <TextField type="password" autoComplete="new-password" help={help} {...field} />;
}
