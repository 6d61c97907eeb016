import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { EmailForwarding, EmailForwardingInput } from '../../../../contract/email-forwarding.ts';
import { authorizationActions, authorizationQuery } from '../../../api/authorization.ts';
import { applicationsQuery } from '../../../api/applications.ts';
import { emailForwardingQuery, saveEmailForwarding, type StoredEmailForwarding } from '../../../api/email-forwarding.ts';
import { functionsQuery } from '../../../api/functions.ts';
import { usePrefetched } from '../../../api/query-client.ts';
import { conflictOf } from '../../../parts/conflict-of.ts';
import { later } from '../../../parts/later.tsx';
import { LaterRoleNote, Needs } from '../../../parts/needs.tsx';
import { RequestError, showFieldErrors } from '../../../parts/request-error.tsx';
import { takeChoice } from '../../../parts/take-choice.ts';
import { useMay } from '../../../parts/use-may.ts';
import { Button } from '../../../ui/button.tsx';
import { SettingsFields, type Marked } from './settings-fields.tsx';
import { inputOf, valuesOf, type SettingsValues } from './settings-values.ts';
import type { SettingsForm } from './use-settings-form.ts';

const SettingsSummary = later(async () => (await import('./settings-summary.tsx')).SettingsSummary);
const SettingsConflict = later(async () => (await import('./settings-conflict.tsx')).SettingsConflict);

interface SettingsSectionProps {
  form: SettingsForm;
  /** What the form began with. */
  base: StoredEmailForwarding;
  editing: boolean;
  marked: Marked | undefined;
  onEdit: (on: boolean) => void;
}

/** Step 1: what is set, or the form for it. */
export function SettingsSection({ form, base, editing, marked, onEdit }: SettingsSectionProps) {
  const client = useQueryClient();
  const mayEdit = useMay('advanced');
  const { settings } = usePrefetched(emailForwardingQuery);
  const heading = useRef<HTMLHeadingElement>(null);
  const [removed, setRemoved] = useState<readonly string[]>([]);

  const save = useMutation({
    mutationFn: (given: { input: EmailForwardingInput; etag: string }) => saveEmailForwarding(given),
    async onSuccess(stored) {
      client.setQueryData(emailForwardingQuery.queryKey, stored);
      form.reset(valuesOf(stored.settings));
      setRemoved(stored.settings.removedSecrets ?? []);
      onEdit(false);
      await goOn.mutateAsync(stored.settings).catch(() => {});
    },
    onError: (error) => showFieldErrors(form, error),
  });
  const conflict = conflictOf<EmailForwarding>(save.error);
  // What fails stands below the form.
  const send = (input: EmailForwardingInput, against = base.etag) => save.mutateAsync({ input, etag: against }).catch(() => {});

  // Without a sign-in that works for these settings the next thing is a code.
  const goOn = useMutation({
    async mutationFn({ authMethod }: EmailForwarding) {
      if (authMethod !== 'microsoft-oauth') return true;
      const now = await client.fetchQuery({ ...authorizationQuery, staleTime: 0 });
      const works = now.state === 'authorized' || now.current !== null;
      if (!works) client.setQueryData(authorizationQuery.queryKey, await authorizationActions.start());
      return works;
    },
    onSuccess: (works) => document.getElementById(works ? 'check-title' : 'sign-in-title')?.focus(),
    onSettled: () => Promise.all([functionsQuery, applicationsQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey }))),
  });

  const edit = () => {
    onEdit(true);
    requestAnimationFrame(() => heading.current?.focus());
  };

  const pointer = marked?.pointer;
  useEffect(() => {
    if (editing && pointer) form.setFocus(pointer.slice(1).replaceAll('/', '.') as keyof SettingsValues);
  }, [editing, pointer, form]);

  return (
    <section aria-labelledby="settings-title">
      <div className="section-title">
        <h2 id="settings-title" ref={heading} tabIndex={-1}>
          <Trans>Settings</Trans>
        </h2>
        {!editing && mayEdit && (
          <Button look="text" onClick={edit}>
            <Trans>Edit</Trans>
          </Button>
        )}
      </div>
      {editing ? (
        <Needs needed="advanced" action={<Trans>OK & Next</Trans>}>
          <SettingsFields
            form={form}
            stored={settings}
            marked={marked}
            error={save.error}
            since={save.submittedAt}
            busy={save.isPending}
            conflict={
              conflict && (
                <SettingsConflict
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
              )
            }
            onSave={(input) => send(input)}
            onUndo={() => {
              form.reset(valuesOf(settings));
              save.reset();
              if (settings.configured) onEdit(false);
            }}
          />
        </Needs>
      ) : (
        <>
          <SettingsSummary settings={settings} removed={removed} />
          {!mayEdit && <LaterRoleNote needed="advanced" action={<Trans>Edit</Trans>} />}
          <RequestError error={goOn.error} since={goOn.submittedAt} again={() => goOn.mutate(settings)} />
        </>
      )}
    </section>
  );
}
