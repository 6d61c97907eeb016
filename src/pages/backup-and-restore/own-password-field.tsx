import { Trans, useLingui } from '@lingui/react/macro';
import type { InputHTMLAttributes, Ref } from 'react';
import { sessionQuery } from '../../api/session.ts';
import { usePrefetched } from '../../api/query-client.ts';
import { TextField } from '../../ui/field.tsx';

type OwnPasswordFieldProps = InputHTMLAttributes<HTMLInputElement> & { error: string | undefined; ref?: Ref<HTMLInputElement> };

/** The own password, asked again; a password manager knows whose it is. */
export function OwnPasswordField(props: OwnPasswordFieldProps) {
  const { t } = useLingui();
  const { username } = usePrefetched(sessionQuery);
  return (
    <>
      <input type="text" hidden readOnly autoComplete="username" value={username} />
      <TextField label={t`Your own password`} help={<Trans>Asked again, so that nobody does this at a desk that was left.</Trans>} type="password" autoComplete="current-password" required {...props} />
    </>
  );
}
