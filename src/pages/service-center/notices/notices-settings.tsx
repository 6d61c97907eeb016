import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { api } from '../../../../contract/addresses.ts';
import type { Notices, NoticesInput } from '../../../../contract/notices.ts';
import { noticesQuery, noticesStatusQuery, saveNotices, type StoredNotices } from '../../../api/notices.ts';
import { usePrefetched } from '../../../api/query-client.ts';
import { useLongPoll } from '../../../api/use-long-poll.ts';
import { conflictOf } from '../../../parts/conflict-of.ts';
import { RequestError, showFieldErrors } from '../../../parts/request-error.tsx';
import { takeChoice } from '../../../parts/take-choice.ts';
import { useFocusOnError } from '../../../parts/use-focus-on-error.ts';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RelativeTime } from '../../../ui/time.tsx';
import { Channel } from './channel.tsx';
import { MailFields } from './mail-fields.tsx';
import { NoticesConflict } from './notices-conflict.tsx';
import { inputOf, valuesOf, type NoticesValues } from './notices-values.ts';
import type { NoticesForm } from './use-notices-form.ts';
import { WebhookFields } from './webhook-fields.tsx';

interface NoticesSettingsProps {
  form: NoticesForm;
  /** What the form began with. */
  base: StoredNotices;
  mayChange: boolean;
}

/** Where notices go, with Save and Undo. */
export function NoticesSettings({ form, base, mayChange }: NoticesSettingsProps) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const { settings } = usePrefetched(noticesQuery);
  const values = useWatch({ control: form.control }) as NoticesValues;
  const { isDirty, submitCount } = form.formState;
  const element = useFocusOnError(submitCount);
  useLongPoll(noticesStatusQuery.queryKey, settings.webhook.enabled || settings.mail.enabled ? api.noticesStatus : null, () => {});
  const [removed, setRemoved] = useState<readonly string[]>([]);

  const save = useMutation({
    mutationFn: (given: { input: NoticesInput; etag: string }) => saveNotices(given),
    onSuccess(stored) {
      client.setQueryData(noticesQuery.queryKey, stored);
      form.reset(valuesOf(stored.settings));
      setRemoved(stored.settings.removedSecrets ?? []);
      announce(t`Saved.`);
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const conflict = conflictOf<Notices>(save.error);
  // What fails stands below the form.
  const send = (input: NoticesInput, against = base.etag) => save.mutateAsync({ input, etag: against }).catch(() => {});
  const submit = form.handleSubmit((input) => send(input));
  const shared = { form, stored: settings, values, mayChange };

  return (
    <form ref={element} noValidate onSubmit={(event) => void submit(event)}>
      {removed.length > 0 && (
        <Notice tone="info" alert>
          <Trans>A stored secret was removed: the address or server that it was entered for is not set any more.</Trans>
        </Notice>
      )}
      <Channel channel="webhook" {...shared}>
        <WebhookFields {...shared} />
      </Channel>
      <Channel channel="mail" {...shared}>
        <MailFields {...shared} />
      </Channel>
      <section aria-labelledby="language-title">
        <div className="section-title">
          <h2 id="language-title">
            <Trans>Language</Trans>
          </h2>
          <span className="muted">{isDirty ? <Trans>not saved</Trans> : settings.changedAt && <Trans>saved <RelativeTime at={settings.changedAt} locale={i18n.locale} /></Trans>}</span>
        </div>
        <fieldset className={mayChange ? 'plain' : 'read-only'} disabled={!mayChange}>
          <SelectField label={t`Language of notices and calendar`} {...form.register('language')}>
            <option value="en">English</option>
            <option value="de">Deutsch</option>
          </SelectField>
        </fieldset>
        {conflict ? (
          <NoticesConflict
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
        ) : (
          <RequestError error={save.error} since={save.submittedAt} again={() => void submit()} />
        )}
        {mayChange && (
          <div className="row">
            {!conflict && (
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
        )}
      </section>
    </form>
  );
}
