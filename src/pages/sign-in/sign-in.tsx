import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useLocation, useNavigate } from 'react-router';
import type { SessionInput } from '../../../contract/accounts.ts';
import { sessionQuery, signIn } from '../../api/session.ts';
import { useFieldError } from '../../parts/field-error.ts';
import { Door } from '../../parts/frame/door.tsx';
import { lazyResolver } from '../../parts/lazy-resolver.ts';
import { RequestError } from '../../parts/request-error.tsx';
import { returnPath } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';

const resolver = lazyResolver<SessionInput, SessionInput>(async () => (await import('./sign-in-rules.ts')).signInResolver);

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
    onSuccess: async (session) => {
      client.clear();
      client.setQueryData(sessionQuery.queryKey, session);
      await navigate(returnPath(search), { replace: true });
    },
  });
  const { errors } = formState;
  const submit = handleSubmit((values) => enter.mutateAsync(values).catch(() => {}));
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
