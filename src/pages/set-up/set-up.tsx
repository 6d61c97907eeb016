import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import * as z from 'zod/mini';
import { setupInput } from '../../../contract/accounts.ts';
import type { Language } from '../../../contract/fields.ts';
import { sessionQuery, setUp } from '../../api/session.ts';
import { useFieldError } from '../../parts/field-error.ts';
import { Door } from '../../parts/frame/door.tsx';
import { RequestError, showFieldErrors } from '../../parts/request-error.tsx';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';

const formSchema = z
  .extend(setupInput, { repeat: z.string() })
  .check(z.refine(({ password, repeat }) => password === repeat, { error: 'password-differs', path: ['repeat'], when: ({ value }) => typeof Object(value).password === 'string' }));
type Values = z.infer<typeof formSchema>;

/** Makes the first administrator. */
export function Component() {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const client = useQueryClient();
  const fieldError = useFieldError();
  const form = useForm<Values, unknown, Values>({
    resolver: standardSchemaResolver(formSchema),
    mode: 'onTouched',
    // An error that appears between pressing and letting go of a button would push the button away.
    delayError: 300,
    defaultValues: { code: '', username: '', email: '', password: '', repeat: '' },
  });
  const save = useMutation({
    mutationFn: ({ repeat: _repeat, ...input }: Values) => setUp({ ...input, language: i18n.locale as Language }),
    onSuccess: async (session) => {
      client.setQueryData(sessionQuery.queryKey, session);
      await navigate(paths.home());
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const { register, formState } = form;
  const { errors } = formState;
  const submit = form.handleSubmit((values) => save.mutateAsync(values).catch(() => {}));
  return (
    <Door title={t`Set up Postern`}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={t`Set-up code`}
          help={<Trans>It stands where Postern was started, in the line “Set-up code:”.</Trans>}
          error={fieldError(errors.code)}
          required
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          className="code"
          {...register('code')}
        />
        <TextField label={t`Username`} error={fieldError(errors.username)} required autoComplete="username" autoCapitalize="none" spellCheck={false} {...register('username')} />
        <TextField label={t`E-mail address`} help={<Trans>Optional. Test mails go there.</Trans>} error={fieldError(errors.email)} inputMode="email" autoCapitalize="none" autoComplete="email" {...register('email')} />
        <TextField label={t`Password`} error={fieldError(errors.password)} required type="password" autoComplete="new-password" {...register('password', { deps: 'repeat' })} />
        <TextField label={t`Repeat password`} error={fieldError(errors.repeat)} required type="password" autoComplete="new-password" {...register('repeat')} />
        <RequestError error={save.error} since={save.submittedAt} again={() => void submit()} />
        <Button type="submit" look="primary" busy={save.isPending}>
          <Trans>Create administrator</Trans>
        </Button>
      </form>
    </Door>
  );
}
