import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useLocation, useNavigate } from 'react-router';
import type { Session, SessionInput } from '../../../contract/accounts.ts';
import { sessionQuery, signIn } from '../../api/session.ts';
import { useFieldError } from '../../parts/field-error.ts';
import { Door } from '../../parts/frame/door.tsx';
import { later } from '../../parts/later.tsx';
import { lazyResolver } from '../../parts/lazy-resolver.ts';
import { RequestError } from '../../parts/request-error.tsx';
import { returnPath } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';

const resolver = lazyResolver<SessionInput, SessionInput>(async () => (await import('./sign-in-rules.ts')).signInResolver);

const ChangePassword = later(async () => (await import('../../parts/change-password.tsx')).ChangePassword);

/** Signs in, and goes to the page that was asked for. */
export function Component() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { search } = useLocation();
  const client = useQueryClient();
  const fieldError = useFieldError();
  const { register, handleSubmit, formState } = useForm<SessionInput, unknown, SessionInput>({
    resolver,
    defaultValues: { username: '', password: '' },
  });
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: (session) => (session.mustChangePassword ? undefined : go(session)),
  });
  const go = async (session: Session) => {
    client.clear();
    client.setQueryData(sessionQuery.queryKey, session);
    await navigate(returnPath(search), { replace: true });
  };
  const { errors } = formState;
  const submit = handleSubmit((values) => enter.mutateAsync(values).catch(() => {}));
  if (enter.data?.mustChangePassword) {
    const { username } = enter.data;
    return (
      <Door title={t`Choose your password`}>
        <p>
          <Trans>The password of {username} must be changed before anything else. Choose one that only you know; then you go on.</Trans>
        </p>
        <ChangePassword username={username} current={enter.variables?.password ?? ''} button={<Trans>Change password</Trans>} onChanged={(session) => void go(session)} />
      </Door>
    );
  }
  return (
    <Door title={t`Sign in`}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <TextField label={t`Username`} error={fieldError(errors.username)} required autoComplete="username" autoCapitalize="none" spellCheck={false} {...register('username')} />
        <TextField label={t`Password`} error={fieldError(errors.password)} required type="password" autoComplete="current-password" {...register('password')} />
        <RequestError error={enter.error} since={enter.submittedAt} again={() => void submit()} />
        <Button type="submit" look="primary" busy={enter.isPending}>
          <Trans>Sign in</Trans>
        </Button>
      </form>
    </Door>
  );
}
