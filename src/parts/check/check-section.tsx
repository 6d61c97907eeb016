import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode, SubmitEvent } from 'react';
import { api } from '../../../contract/addresses.ts';
import type { Check, CheckInput } from '../../../contract/checks.ts';
import type { Diagnosis } from '../../../contract/diagnosis.ts';
import type { FunctionName } from '../../../contract/functions.ts';
import { cancelCheck, draftCheckQuery, lastCheckQuery, startCheck } from '../../api/checks.ts';
import { functionsQuery } from '../../api/functions.ts';
import { usePrefetched } from '../../api/query-client.ts';
import { sessionQuery } from '../../api/session.ts';
import { useLongPoll } from '../../api/use-long-poll.ts';
import { Button } from '../../ui/button.tsx';
import { RelativeTime } from '../../ui/time.tsx';
import { later } from '../later.tsx';
import { RequestError } from '../request-error.tsx';
import { useAfterSubmit } from '../use-after-submit.ts';
import { useMay } from '../use-may.ts';
import { useCheckWords } from './use-check-words.ts';

type Repeat = NonNullable<CheckInput['repeat']>;

const CheckResult = later(async () => (await import('./check-result.tsx')).CheckResult);

interface CheckSectionProps {
  of: FunctionName;
  /** Which one of its kind, as `<queueId>/<pilotId>`; null for one that is not saved yet. */
  which?: string | null;
  button: { name: ReactNode; look: 'primary' | 'plain' };
  /** What the check itself asks for, in front of the button. */
  fields?: ReactNode;
  /** Answers what is to be checked; null where a value is not valid, and its field says so. */
  prepare: () => Promise<CheckInput | null>;
  /** Does it run on values that are not saved? */
  isDraft: boolean;
  /** Are the settings being saved at this moment? */
  isSaving: boolean;
  /** Puts what was refused at its fields. */
  onRefused: (error: unknown) => void;
  /** Leads to the field that a failure is about; null where that is of no use. */
  onCorrect: ((pointer: string) => void) | null;
  /** What can be done about a failure by one click. */
  offer: (diagnosis: Diagnosis) => ReactNode;
  onEnded?: () => void;
  /** What is to be said above the result. */
  children?: ReactNode;
}

/** The ladder of a function, on what is saved or on what stands in the form. */
export function CheckSection({ of: name, which, button, fields, prepare, isDraft, isSaving, onRefused, onCorrect, offer, onEnded, children }: CheckSectionProps) {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const say = useCheckWords();
  const { username } = usePrefetched(sessionQuery);
  const mayChange = useMay('advanced');
  const { queryKey, ...query } = which === null ? draftCheckQuery(name) : lastCheckQuery(name, which);
  const check = usePrefetched({ queryKey, ...query });

  const ended = (next: Check) => {
    say(next);
    void client.invalidateQueries({ queryKey: functionsQuery.queryKey });
    onEnded?.();
  };
  const show = (next: Check) => client.setQueryData(queryKey, next);
  const start = useMutation({ mutationFn: startCheck, onSuccess: show, onError: onRefused });
  const cancel = useMutation({ mutationFn: cancelCheck, onSuccess: show });
  const running = check?.state === 'running';
  const goesOn = running || check?.state === 'waiting';
  useLongPoll<Check>(queryKey, goesOn ? api.check(check.id) : null, (next) => next.state !== 'running' && ended(next));

  // Pressed while the settings are being saved, it is these that are checked, not a draft of them.
  const begin = useAfterSubmit(isSaving, async (repeat: Repeat | undefined) => {
    const input = await prepare();
    if (input) await start.mutateAsync({ ...input, ...(repeat && { repeat }) }).catch(() => {});
  });
  const again = () => void begin(undefined);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    again();
  };

  return (
    <section aria-labelledby="check-title">
      <div className="section-title">
        <h2 id="check-title" tabIndex={-1}>
          <Trans>Check</Trans>
        </h2>
        <span className="muted">{running ? <Trans>running</Trans> : check?.endedAt && <CheckTime check={check} locale={i18n.locale} />}</span>
      </div>
      <form noValidate className="inline-form" onSubmit={submit}>
        {fields}
        {running && (mayChange || check.by === username) ? (
          <Button onClick={() => cancel.mutate(check.id)} busy={cancel.isPending}>
            <Trans>Cancel</Trans>
          </Button>
        ) : (
          <Button type="submit" look={button.look} busy={start.isPending}>
            {button.name}
          </Button>
        )}
      </form>
      {children}
      {isDraft && (
        <p className="muted">
          <Trans>The values above are checked as they stand, without saving them.</Trans>
        </p>
      )}
      <RequestError error={start.error ?? cancel.error} since={start.submittedAt} again={start.error ? again : undefined} />
      {check && (
        <CheckResult
          check={check}
          locale={i18n.locale}
          busy={start.isPending || cancel.isPending}
          onAgain={again}
          onRepeat={(repeat) => void begin(repeat)}
          onCancel={mayChange || check.by === username ? () => cancel.mutate(check.id) : null}
          onCorrect={mayChange ? onCorrect : null}
          offer={mayChange ? offer : () => null}
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
