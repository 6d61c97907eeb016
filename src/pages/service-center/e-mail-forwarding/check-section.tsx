import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../../../contract/addresses.ts';
import type { Check, CheckInput } from '../../../../contract/checks.ts';
import type { Diagnosis } from '../../../../contract/diagnosis.ts';
import { cancelCheck, lastCheckQuery, startCheck } from '../../../api/checks.ts';
import { emailForwardingQuery } from '../../../api/email-forwarding.ts';
import { functionsQuery } from '../../../api/functions.ts';
import { usePrefetched } from '../../../api/query-client.ts';
import { sessionQuery } from '../../../api/session.ts';
import { useLongPoll } from '../../../api/use-long-poll.ts';
import { useFieldError } from '../../../parts/field-error.ts';
import { lazyResolver } from '../../../parts/lazy-resolver.ts';
import { RequestError, showFieldErrors } from '../../../parts/request-error.tsx';
import { useAfterSubmit } from '../../../parts/use-after-submit.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { DateTime, RelativeTime } from '../../../ui/time.tsx';
import type { SendTo } from './send-to-rules.ts';
import { inputOf } from './settings-values.ts';
import type { SettingsForm } from './use-settings-form.ts';
import { later } from '../../../parts/later.tsx';

type Repeat = NonNullable<CheckInput['repeat']>;

const CheckResult = later(async () => (await import('./check-result.tsx')).CheckResult);
const resolver = lazyResolver<SendTo, SendTo>(async () => (await import('./send-to-rules.ts')).sendToResolver);

interface CheckSectionProps {
  form: SettingsForm;
  editing: boolean;
  /** Leads to the field that a failure is about. */
  onCorrect: (pointer: string) => void;
  onOffer: (diagnosis: Diagnosis) => void;
}

/** Step 3: the ladder, on what is saved or on what stands in the form. */
export function CheckSection({ form, editing, onCorrect, onOffer }: CheckSectionProps) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const fieldError = useFieldError();
  const { settings } = usePrefetched(emailForwardingQuery);
  const { email } = usePrefetched(sessionQuery);
  const lastMail = usePrefetched(functionsQuery).find((row) => row.function === 'email-forwarding')?.lastMail;
  const query = lastCheckQuery('email-forwarding');
  const check = usePrefetched(query);
  const { isDirty, isSubmitting } = form.formState;
  const isDraft = editing && isDirty;
  const to = useForm<SendTo, unknown, SendTo>({ resolver, values: { sendTo: email ?? settings.emailAddress }, resetOptions: { keepDirtyValues: true } });

  const ended = (next: Check) => {
    const failed = next.steps.find((step) => step.state === 'failed');
    const { cause = '' } = failed?.diagnosis ?? {};
    if (next.state === 'passed') announce(t`The check has passed.`);
    // Of a repeated one the first failure is news.
    if (next.state === 'failed' || (next.state === 'waiting' && next.repeat?.runs === 1)) announce(t`The check has failed. ${cause}`);
    if (next.state === 'cancelled') announce(t`The check was cancelled.`);
    void client.invalidateQueries({ queryKey: functionsQuery.queryKey });
  };
  const show = (next: Check) => client.setQueryData(query.queryKey, next);
  const start = useMutation({
    mutationFn: ({ sendTo, repeat }: SendTo & { repeat?: Repeat }) => startCheck({ function: 'email-forwarding', input: { sendTo }, ...(isDraft && { draft: inputOf(form.getValues()) }), ...(repeat && { repeat }) }),
    onSuccess: show,
    onError(error) {
      showFieldErrors(to, error, '/input');
      showFieldErrors(form, error, '/draft');
    },
  });
  const cancel = useMutation({ mutationFn: cancelCheck, onSuccess: show });
  const running = check?.state === 'running';
  const goesOn = running || check?.state === 'waiting';
  useLongPoll<Check>(query.queryKey, goesOn ? api.check(check.id) : null, (next) => next.state !== 'running' && ended(next));

  const run = async (values: SendTo & { repeat?: Repeat }) => {
    // A draft that is not valid is not sent: its fields say why.
    if (isDraft && !(await form.trigger(undefined, { shouldFocus: true }))) return;
    await start.mutateAsync(values).catch(() => {});
  };
  // Pressed while the settings are being saved, it is these that are checked, not a draft of them.
  const begin = useAfterSubmit(isSubmitting, run);
  const submit = to.handleSubmit((values) => begin(values));
  const repeat = (every: Repeat) => void to.handleSubmit((values) => begin({ ...values, repeat: every }))();

  return (
    <section aria-labelledby="check-title">
      <div className="section-title">
        <h2 id="check-title" tabIndex={-1}>
          <Trans>Check</Trans>
        </h2>
        <span className="muted">
          {running ? <Trans>running</Trans> : check?.endedAt && <CheckTime check={check} locale={i18n.locale} />}
        </span>
      </div>
      <form noValidate className="inline-form" onSubmit={(event) => void submit(event)}>
        <TextField label={t`Send to`} error={fieldError(to.formState.errors.sendTo)} inputMode="email" autoCapitalize="none" required autoComplete="email" spellCheck={false} {...to.register('sendTo')} />
        {running ? (
          <Button onClick={() => cancel.mutate(check.id)} busy={cancel.isPending}>
            <Trans>Cancel</Trans>
          </Button>
        ) : (
          <Button type="submit" look={editing ? 'plain' : 'primary'} busy={start.isPending}>
            <Trans>Check e-mail forwarding</Trans>
          </Button>
        )}
      </form>
      {lastMail && lastMail !== check?.endedAt && (
        <p className="muted">
          <Trans>
            Last test mail accepted: <DateTime at={lastMail} locale={i18n.locale} />
          </Trans>
        </p>
      )}
      {isDraft && (
        <p className="muted">
          <Trans>The values above are checked as they stand, without saving them.</Trans>
        </p>
      )}
      <RequestError error={start.error ?? cancel.error} since={start.submittedAt} again={start.error ? () => void submit() : undefined} />
      {check && (
        <CheckResult
          check={check}
          locale={i18n.locale}
          busy={start.isPending || cancel.isPending}
          onAgain={() => void submit()}
          onRepeat={repeat}
          onCancel={() => cancel.mutate(check.id)}
          onCorrect={editing ? null : onCorrect}
          onOffer={onOffer}
        />
      )}
    </section>
  );
}

function CheckTime({ check, locale }: { check: Check; locale: string }) {
  const ms = Date.parse(check.endedAt ?? check.startedAt) - Date.parse(check.startedAt);
  return (
    <>
      <RelativeTime at={check.endedAt ?? check.startedAt} locale={locale} /> · {ms} ms
    </>
  );
}
