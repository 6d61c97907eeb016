import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import type { Session } from '../../contract/accounts.ts';
import { passwordLength } from '../../contract/password-length.ts';
import { saveAccount } from '../api/session.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import type { PasswordValues } from './change-password-rules.ts';
import { useFieldError } from './field-error.ts';
import { lazyResolver } from './lazy-resolver.ts';
import { RequestError, showFieldErrors } from './request-error.tsx';
import { useFocusOnError } from './use-focus-on-error.ts';

interface ChangePasswordProps {
  /** Whose it is, for password managers. */
  username: string;
  /** The present one, where it was entered a moment ago; else it is asked for. */
  current?: string;
  button: ReactNode;
  onChanged: (session: Session) => void;
}

const resolver = lazyResolver<PasswordValues, PasswordValues>(async () => (await import('./change-password-rules.ts')).changePasswordResolver);
const { min } = passwordLength;

/** The form for a new own password. */
export function ChangePassword({ username, current, button, onChanged }: ChangePasswordProps) {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const form = useForm<PasswordValues, unknown, PasswordValues>({ resolver, mode: 'onTouched', delayError: 300, shouldFocusError: false, defaultValues: { ownPassword: current ?? '', password: '', repeat: '' } });
  const { register, formState } = form;
  const { errors, submitCount } = formState;
  const element = useFocusOnError(submitCount);
  const save = useMutation({
    mutationFn: ({ ownPassword, password }: PasswordValues) => saveAccount({ ownPassword, password }),
    onSuccess(session) {
      form.reset({ ownPassword: '', password: '', repeat: '' });
      onChanged(session);
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const submit = form.handleSubmit((values) => save.mutateAsync(values).catch(() => {}));
  return (
    <form ref={element} noValidate onSubmit={(event) => void submit(event)}>
      <input type="text" hidden readOnly autoComplete="username" value={username} />
      {current === undefined && <TextField label={t`Current password`} error={fieldError(errors.ownPassword)} required type="password" autoComplete="current-password" {...register('ownPassword', { deps: 'password' })} />}
      <TextField label={t`New password`} help={<Trans>At least {min} characters. Your other sessions end.</Trans>} error={fieldError(errors.password)} required type="password" autoComplete="new-password" {...register('password', { deps: 'repeat' })} />
      <TextField label={t`Repeat new password`} error={fieldError(errors.repeat)} required type="password" autoComplete="new-password" {...register('repeat')} />
      <RequestError error={save.error} since={save.submittedAt} again={() => void submit()} />
      <div className="row">
        <Button type="submit" look="primary" busy={save.isPending}>
          {button}
        </Button>
      </div>
    </form>
  );
}
