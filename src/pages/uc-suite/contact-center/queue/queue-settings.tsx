import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Queue, QueueInput } from '../../../../../contract/contact-center.ts';
import { queueQuery, readQueuesAgain, saveQueue, type StoredQueue } from '../../../../api/contact-center.ts';
import { conflictOf } from '../../../../parts/conflict-of.ts';
import { DeletedMeanwhile } from '../../../../parts/deleted-meanwhile.tsx';
import { isGone } from '../../../../parts/is-gone.ts';
import { LeaveGuard } from '../../../../parts/leave-guard.tsx';
import { Needs } from '../../../../parts/needs.tsx';
import { RequestError, showFieldErrors } from '../../../../parts/request-error.tsx';
import { RoleNote } from '../../../../parts/role-note.tsx';
import { takeChoice } from '../../../../parts/take-choice.ts';
import { useFocusOnError } from '../../../../parts/use-focus-on-error.ts';
import { useMay } from '../../../../parts/use-may.ts';
import { useStoredForm } from '../../../../parts/use-stored-form.ts';
import { announce } from '../../../../ui/announcer.tsx';
import { Button } from '../../../../ui/button.tsx';
import { RelativeTime } from '../../../../ui/time.tsx';
import { QueueFields } from '../queue-fields.tsx';
import { queueResolver, valuesOf } from '../queue-form.ts';
import { DeleteQueue } from './delete-queue.tsx';
import { QueueConflict } from './queue-conflict.tsx';

/** Name and number of a queue, and its end. */
export function QueueSettings({ stored }: { stored: StoredQueue }) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const { settings } = stored;
  const mayChange = useMay('advanced');
  const { id } = settings;
  const { form, base } = useStoredForm(stored, valuesOf, queueResolver);
  const { isDirty, submitCount } = form.formState;
  const element = useFocusOnError(submitCount);
  const save = useMutation({
    mutationFn: (given: { input: QueueInput; etag: string }) => saveQueue(id, given),
    onSuccess(next) {
      client.setQueryData(queueQuery(id).queryKey, next);
      form.reset(valuesOf(next.settings));
      announce(t`Saved.`);
      void readQueuesAgain(client);
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const conflict = conflictOf<Queue>(save.error);
  const gone = isGone(save.error) ? save.error : null;
  // What fails stands below the form.
  const send = (input: QueueInput, etag: string) => save.mutateAsync({ input, etag }).catch(() => {});
  const submit = form.handleSubmit((input) => send(input, base.etag));
  return (
    <>
      <LeaveGuard when={isDirty} />
      <section aria-labelledby="settings-title">
        <div className="section-title">
          <h2 id="settings-title" tabIndex={-1}>
            <Trans>Settings</Trans>
          </h2>
          <span className="muted">
            {isDirty ? (
              <Trans>not saved</Trans>
            ) : (
              <Trans>
                saved <RelativeTime at={settings.changedAt} locale={i18n.locale} />
              </Trans>
            )}
          </span>
        </div>
        <form ref={element} noValidate onSubmit={(event) => void submit(event)}>
          <Needs needed="advanced" action={<Trans>Save</Trans>}>
            <QueueFields form={form} except={id} />
            {conflict && (
              <QueueConflict
                key={conflict.etag}
                mine={form.getValues()}
                base={base.settings}
                theirs={conflict.settings}
                busy={save.isPending}
                onSave={(chosen) => {
                  takeChoice(form, valuesOf(conflict.settings), chosen);
                  void send(chosen, conflict.etag);
                }}
              />
            )}
            {gone && <DeletedMeanwhile key={gone.problem} error={gone} queueId={id} onRestored={(_what, etag) => void form.handleSubmit((input) => send(input, etag))()} />}
            {!conflict && !gone && <RequestError error={save.error} since={save.submittedAt} again={() => void submit()} />}
            <div className="row">
              {!conflict && !gone && (
                <Button type="submit" look={isDirty ? 'primary' : 'plain'} busy={save.isPending}>
                  <Trans>Save</Trans>
                </Button>
              )}
              <Button
                onClick={() => {
                  form.reset(valuesOf(settings));
                  save.reset();
                }}
              >
                <Trans>Undo</Trans>
              </Button>
            </div>
          </Needs>
        </form>
      </section>
      {mayChange ? <DeleteQueue stored={stored} /> : <RoleNote needed="advanced" action={<Trans>Delete queue</Trans>} />}
    </>
  );
}
