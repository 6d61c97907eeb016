import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useForm } from 'react-hook-form';
import { explainText } from '../../../api/explanations.ts';
import { ApiProblem } from '../../../api/request.ts';
import { useCancellable } from '../../../api/use-cancellable.ts';
import { useFieldError } from '../../../parts/field-error.ts';
import { Page } from '../../../parts/frame/page.tsx';
import { lazyResolver } from '../../../parts/lazy-resolver.ts';
import { RequestError, showFieldErrors } from '../../../parts/request-error.tsx';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextAreaField } from '../../../ui/field.tsx';
import { Explanations } from './explanations.tsx';
import type { ErrorText } from './explain-rules.ts';

// About as many characters as the backend takes bytes: whoever pastes more hears of it at once.
const longest = 1024 * 1024;

const example = [
  '2026-11-25 09:14:02 WARN  relay: refresh failed: invalid_grant: AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed.',
  '2026-11-25 09:14:07 ERROR relay: 451 4.7.3 SASL authentication failed; server smtp.office365.com[52.98.228.34] said: 535 5.7.3 Authentication unsuccessful',
].join('\n');

const resolver = lazyResolver<ErrorText, ErrorText>(async () => (await import('./explain-rules.ts')).explainResolver);

/** Service Center → Explain an error: whatever somebody has at hand, and what it means. */
export function Component() {
  const { t } = useLingui();
  const fieldError = useFieldError();
  const form = useForm<ErrorText, unknown, ErrorText>({ resolver, defaultValues: { text: '' } });
  const explain = useCancellable(({ text }: ErrorText, signal) => explainText(text, signal));
  const { text: error } = form.formState.errors;
  const submit = form.handleSubmit(async (given) => {
    const found = await explain.mutateAsync(given).catch((failure: unknown) => {
      if (failure instanceof ApiProblem && failure.problem === 'too-large') return form.setError('text', { message: 'text-too-large' }, { shouldFocus: true });
      showFieldErrors(form, failure);
    });
    const [first, ...others] = found?.items ?? [];
    if (first) announce(others.length === 0 ? first.cause : t`${first.cause} Further answers: ${others.length}.`);
  });
  const tryExample = () => {
    form.setValue('text', example);
    form.clearErrors();
    form.setFocus('text');
  };
  return (
    <Page title={t`Explain an error`} above={[t`Service Center`]}>
      <section aria-labelledby="text-title">
        <h2 id="text-title" className="visually-hidden">
          <Trans>Text</Trans>
        </h2>
        <p>
          <Trans>A message of Microsoft 365 or a mail server, a log, a bounce: paste it, and read what it means and who can do what. Microsoft is not asked, and nothing is stored.</Trans>
        </p>
        <form noValidate onSubmit={(event) => void submit(event)}>
          <TextAreaField
            label={t`Error text`}
            help={<Trans>As it is, in any language, up to 1 MB.</Trans>}
            error={error?.message === 'text-too-large' ? t`This is more than 1 MB. Paste the part with the error.` : fieldError(error)}
            className="error-text"
            rows={9}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            required
            {...form.register('text', { onChange: ({ target }: { target: HTMLTextAreaElement }) => void (target.value.length > longest && form.trigger('text')) })}
          />
          <div className="row">
            {explain.isPending ? (
              <Button onClick={explain.cancel}>
                <Trans>Cancel</Trans>
              </Button>
            ) : (
              <Button type="submit" look="primary" busy={form.formState.isSubmitting}>
                <Trans>Explain</Trans>
              </Button>
            )}
            <Button look="text" onClick={tryExample}>
              <Trans>Take an example</Trans>
            </Button>
          </div>
        </form>
        <RequestError error={explain.error instanceof ApiProblem && explain.error.problem === 'too-large' ? null : explain.error} since={explain.submittedAt} again={() => void submit()} />
      </section>
      {explain.data && (
        <section aria-labelledby="meaning-title">
          <div className="section-title">
            <h2 id="meaning-title">
              <Trans>What it means</Trans>
            </h2>
            <span className="muted">
              <Plural value={explain.data.items.length} one="# answer" other="# answers, the deciding one first" />
            </span>
          </div>
          <Explanations items={explain.data.items} />
        </section>
      )}
    </Page>
  );
}
