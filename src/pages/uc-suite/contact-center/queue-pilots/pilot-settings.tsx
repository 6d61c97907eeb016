import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Pilot, PilotInput } from '../../../../../contract/contact-center.ts';
import { pilotRef, sourceOf } from '../../../../../contract/secret-source.ts';
import { applicationsQuery } from '../../../../api/applications.ts';
import { lastCheckQuery } from '../../../../api/checks.ts';
import { addPilot, pilotQuery, readQueuesAgain, savePilot, type StoredPilot } from '../../../../api/contact-center.ts';
import { conflictOf } from '../../../../parts/conflict-of.ts';
import { DeletedMeanwhile } from '../../../../parts/deleted-meanwhile.tsx';
import { isGone } from '../../../../parts/is-gone.ts';
import { Needs } from '../../../../parts/needs.tsx';
import { RemovedSecrets } from '../../../../parts/removed-secrets.tsx';
import { RequestError, showFieldErrors } from '../../../../parts/request-error.tsx';
import { takeChoice } from '../../../../parts/take-choice.ts';
import { useFocusOnError } from '../../../../parts/use-focus-on-error.ts';
import { announce } from '../../../../ui/announcer.tsx';
import { Button } from '../../../../ui/button.tsx';
import { RelativeTime } from '../../../../ui/time.tsx';
import { PilotConflict } from './pilot-conflict.tsx';
import { PilotFields } from './pilot-fields.tsx';
import { inputOf, valuesOf, type PilotValues } from './pilot-values.ts';
import { SharedWith } from './shared-with.tsx';
import { useShared, type Shared } from './use-shared.ts';
import type { PilotForm } from './use-pilot-form.ts';

interface PilotSettingsProps {
  form: PilotForm;
  /** What the form began with. */
  base: StoredPilot;
  stored: StoredPilot;
  values: PilotValues;
  isNew: boolean;
  refused: (field: keyof PilotValues) => string | undefined;
  onAdded: (pilotId: string) => void;
  onClose: () => void;
  onGone: () => Promise<unknown>;
}

/** The form of a pilot. That of an e-mail pilot stays open once it is saved: it is checked next. */
export function PilotSettings({ form, base, stored, values, isNew, refused, onAdded, onClose, onGone }: PilotSettingsProps) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const { settings } = stored;
  const { id, queueId } = settings;
  const { isDirty, submitCount } = form.formState;
  const element = useFocusOnError(submitCount);
  const [removed, setRemoved] = useState<readonly string[]>([]);
  const [shared, setShared] = useState<Shared | null>(null);
  const sharedWith = useShared(isNew ? null : sourceOf('queue-pilot', pilotRef(queueId, id)));

  const save = useMutation({
    mutationFn: ({ input, etag }: { input: PilotInput; etag: string }) => (isNew ? addPilot(queueId, input) : savePilot(queueId, id, { input, etag })),
    onSuccess(next, { input }) {
      const others = sharedWith(input);
      setShared(others);
      setRemoved(next.settings.removedSecrets ?? []);
      client.setQueryData(pilotQuery(queueId, next.settings.id).queryKey, next);
      form.reset(valuesOf(next.settings));
      announce(t`Saved.`);
      // Those who got the secret have changed, too, whatever they are.
      void (others ? client.invalidateQueries() : readQueuesAgain(client));
      if (next.settings.type !== 'email') void onGone();
      else if (isNew) {
        client.setQueryData(lastCheckQuery('queue-pilot', pilotRef(queueId, next.settings.id)).queryKey, null);
        onAdded(next.settings.id);
      }
    },
    onError(error) {
      showFieldErrors(form, error);
      void client.invalidateQueries({ queryKey: applicationsQuery.queryKey });
    },
  });
  const conflict = conflictOf<Pilot>(save.error);
  const gone = isGone(save.error) ? save.error : null;
  // What fails stands below the form.
  const send = (input: PilotInput, etag: string) => save.mutateAsync({ input, etag }).catch(() => {});
  const submit = form.handleSubmit((input) => send(input, base.etag));

  return (
    <form ref={element} noValidate onSubmit={(event) => void submit(event)}>
      <Needs needed="advanced" action={<Trans>Save</Trans>}>
        <PilotFields {...{ form, stored: settings, values, isNew, refused }} />
        {removed.length > 0 && <RemovedSecrets removed={removed} />}
        {shared && <SharedWith shared={shared} />}
        {conflict && (
          <PilotConflict
            key={conflict.etag}
            mine={form.getValues()}
            base={base.settings}
            theirs={conflict.settings}
            busy={save.isPending}
            onSave={(chosen) => {
              takeChoice(form, valuesOf(conflict.settings), chosen);
              void send(inputOf(chosen), conflict.etag);
            }}
          />
        )}
        {gone && <DeletedMeanwhile key={gone.problem} error={gone} queueId={queueId} onRestored={(what, etag) => void form.handleSubmit((input) => send(input, what === 'pilot' ? etag : base.etag))()} />}
        {!conflict && !gone && <RequestError error={save.error} since={save.submittedAt} again={() => void submit()} />}
        <div className="row">
          {!conflict && !gone && (
            <Button type="submit" look={isDirty || isNew ? 'primary' : 'plain'} busy={save.isPending}>
              <Trans>Save</Trans>
            </Button>
          )}
          <Button onClick={onClose}>{isDirty || isNew ? <Trans>Cancel</Trans> : <Trans>Close</Trans>}</Button>
          <span className="muted">
            {isDirty ? (
              <Trans>not saved</Trans>
            ) : (
              settings.changedAt && (
                <Trans>
                  saved <RelativeTime at={settings.changedAt} locale={i18n.locale} />
                </Trans>
              )
            )}
          </span>
        </div>
      </Needs>
    </form>
  );
}
