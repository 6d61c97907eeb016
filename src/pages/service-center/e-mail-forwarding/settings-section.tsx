import { Trans } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { EmailForwardingInput } from '../../../../contract/email-forwarding.ts';
import { authorizationActions, authorizationQuery } from '../../../api/authorization.ts';
import { emailForwardingQuery, saveEmailForwarding } from '../../../api/email-forwarding.ts';
import { functionsQuery } from '../../../api/functions.ts';
import { usePrefetched } from '../../../api/query-client.ts';
import { ApiProblem } from '../../../api/request.ts';
import { RequestError, showFieldErrors } from '../../../parts/request-error.tsx';
import { Button } from '../../../ui/button.tsx';
import { SettingsFields } from './settings-fields.tsx';
import { SettingsSummary } from './settings-summary.tsx';
import { inputOf, type SettingsForm } from './use-settings-form.ts';

interface SettingsSectionProps {
  form: SettingsForm;
  editing: boolean;
  onEdit: (on: boolean) => void;
}

/** Step 1: what is set, or the form for it. */
export function SettingsSection({ form, editing, onEdit }: SettingsSectionProps) {
  const client = useQueryClient();
  const { settings } = usePrefetched(emailForwardingQuery);
  const { state } = usePrefetched(authorizationQuery);
  const heading = useRef<HTMLHeadingElement>(null);

  const save = useMutation({
    // The ETag is the one of the newest answer, not of the last render.
    mutationFn: (input: EmailForwardingInput) => saveEmailForwarding({ input, etag: client.getQueryData(emailForwardingQuery.queryKey)?.etag ?? '' }),
    async onSuccess(stored) {
      client.setQueryData(emailForwardingQuery.queryKey, stored);
      form.reset(inputOf(stored.settings));
      onEdit(false);
      await goOn.mutateAsync().catch(() => {});
    },
    onError: (error) => showFieldErrors(form, error),
  });

  // Without a sign-in that works for these settings the next thing is a code.
  const goOn = useMutation({
    async mutationFn() {
      const now = await client.fetchQuery({ ...authorizationQuery, staleTime: 0 });
      const works = now.state === 'authorized' || now.current !== null;
      if (!works) client.setQueryData(authorizationQuery.queryKey, await authorizationActions.start());
      return works;
    },
    onSuccess: (works) => document.getElementById(works ? 'check-title' : 'sign-in-title')?.focus(),
    onSettled: () => client.invalidateQueries({ queryKey: functionsQuery.queryKey }),
  });

  async function reload(): Promise<void> {
    const theirs = await client.fetchQuery({ ...emailForwardingQuery, staleTime: 0 });
    form.reset(inputOf(theirs.settings));
    save.reset();
  }

  async function overwrite(input: EmailForwardingInput): Promise<void> {
    await client.fetchQuery({ ...emailForwardingQuery, staleTime: 0 });
    await save.mutateAsync(input).catch(() => {});
  }

  const edit = () => {
    onEdit(true);
    requestAnimationFrame(() => heading.current?.focus());
  };

  // What Microsoft refuses because of a field is marked at it.
  const authorization = usePrefetched(authorizationQuery);
  const pointer = 'diagnosis' in authorization ? authorization.diagnosis.pointer : undefined;
  useEffect(() => {
    if (editing && pointer === '/applicationId') form.setFocus('applicationId');
    if (editing && pointer === '/tenantId') form.setFocus('tenantId');
  }, [editing, pointer, form]);

  return (
    <section aria-labelledby="settings-title">
      <div className="section-title">
        <h2 id="settings-title" ref={heading} tabIndex={-1}>
          <Trans>Settings</Trans>
        </h2>
        {!editing && (
          <Button look="text" onClick={edit}>
            <Trans>Edit</Trans>
          </Button>
        )}
      </div>
      {editing ? (
        <SettingsFields
          form={form}
          marked={state === 'failed' || state === 'blocked' ? pointer : undefined}
          error={save.error}
          since={save.submittedAt}
          busy={save.isPending}
          conflict={save.error instanceof ApiProblem && save.error.problem === 'changed-meanwhile'}
          onSave={(input) => save.mutateAsync(input).catch(() => {})}
          onTakeTheirs={reload}
          onSaveMine={overwrite}
          onUndo={() => {
            form.reset(inputOf(settings));
            save.reset();
            if (settings.configured) onEdit(false);
          }}
        />
      ) : (
        <>
          <SettingsSummary settings={settings} />
          <RequestError error={goOn.error} since={goOn.submittedAt} />
        </>
      )}
    </section>
  );
}
