import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { AccountInput } from '../../../contract/accounts.ts';
import { usePrefetched } from '../../api/query-client.ts';
import { saveAccount, sessionQuery } from '../../api/session.ts';
import { activateLanguage } from '../../messages/language.ts';
import { useFieldError } from '../../parts/field-error.ts';
import { lazyResolver } from '../../parts/lazy-resolver.ts';
import { LeaveGuard } from '../../parts/leave-guard.tsx';
import { RequestError, showFieldErrors } from '../../parts/request-error.tsx';
import { useFocusOnError } from '../../parts/use-focus-on-error.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';

const resolver = lazyResolver<AccountInput, AccountInput>(async () => (await import('./account-rules.ts')).accountResolver);

/** E-mail address and language of the own account. */
export function AccountForm() {
  const { t } = useLingui();
  const client = useQueryClient();
  const fieldError = useFieldError();
  const { email, language } = usePrefetched(sessionQuery);
  const values = { email: email ?? '', language };
  const form = useForm<AccountInput, unknown, AccountInput>({ resolver, mode: 'onTouched', delayError: 300, shouldFocusError: false, values, resetOptions: { keepDirtyValues: true } });
  const { isDirty, errors, submitCount } = form.formState;
  const element = useFocusOnError(submitCount);
  const save = useMutation({
    mutationFn: saveAccount,
    async onSuccess(session) {
      client.setQueryData(sessionQuery.queryKey, session);
      form.reset({ email: session.email ?? '', language: session.language });
      if (session.language !== document.documentElement.lang) {
        await activateLanguage(session.language);
        void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
      }
      announce(t`Saved.`);
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const submit = form.handleSubmit((input) => save.mutateAsync(input).catch(() => {}));
  return (
    <form ref={element} noValidate onSubmit={(event) => void submit(event)}>
      <LeaveGuard when={isDirty} />
      <TextField label={t`E-mail address`} help={<Trans>Optional. Test mails go there.</Trans>} error={fieldError(errors.email)} inputMode="email" autoCapitalize="none" autoComplete="email" spellCheck={false} {...form.register('email')} />
      <SelectField label={t`Language of the account`} help={<Trans>The console speaks it after the sign-in.</Trans>} error={fieldError(errors.language)} {...form.register('language')}>
        <option value="en" lang="en">
          English
        </option>
        <option value="de" lang="de">
          Deutsch
        </option>
      </SelectField>
      <RequestError error={save.error} since={save.submittedAt} again={() => void submit()} />
      <div className="row">
        <Button type="submit" look={isDirty ? 'primary' : 'plain'} busy={save.isPending}>
          <Trans>Save</Trans>
        </Button>
        <Button
          onClick={() => {
            form.reset(values);
            save.reset();
          }}
        >
          <Trans>Undo</Trans>
        </Button>
        <span className="muted">{isDirty ? <Trans>not saved</Trans> : save.isSuccess && <Trans>saved</Trans>}</span>
      </div>
    </form>
  );
}
