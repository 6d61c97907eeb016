import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { Administrator } from '../../../contract/administrators.ts';
import { addAdministrator, administratorQuery, administratorsQuery, saveAdministrator, type StoredAdministrator } from '../../api/administrators.ts';
import { sessionQuery } from '../../api/session.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { conflictOf } from '../../parts/conflict-of.ts';
import { isGone } from '../../parts/is-gone.ts';
import { lazyResolver } from '../../parts/lazy-resolver.ts';
import { LeaveGuard } from '../../parts/leave-guard.tsx';
import { RequestError, showFieldErrors } from '../../parts/request-error.tsx';
import { takeChoice } from '../../parts/take-choice.ts';
import { useFocusOnError } from '../../parts/use-focus-on-error.ts';
import { useStoredForm } from '../../parts/use-stored-form.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AdministratorConflict } from './administrator-conflict.tsx';
import { AdministratorFields } from './administrator-fields.tsx';
import { inputOf, newInputOf, valuesOf, type AdministratorValues } from './administrator-values.ts';

interface AdministratorFormProps {
  stored: StoredAdministrator;
  isNew: boolean;
  isOwn: boolean;
  onDirty: (isDirty: boolean) => void;
  onClose: () => void;
  /** Leads away although something is typed. */
  onGone: () => Promise<unknown>;
}

interface Change {
  values: AdministratorValues;
  etag: string;
}

const resolvers = {
  saved: lazyResolver<AdministratorValues, AdministratorValues>(async () => (await import('./administrator-rules.ts')).savedResolver, inputOf as never),
  added: lazyResolver<AdministratorValues, AdministratorValues>(async () => (await import('./administrator-rules.ts')).newResolver, newInputOf as never),
};

/** The form of an account. What is saved takes the own password of who saves it. */
export function AdministratorForm({ stored, isNew, isOwn, onDirty, onClose, onGone }: AdministratorFormProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { settings } = stored;
  const { form, base } = useStoredForm(stored, valuesOf, isNew ? resolvers.added : resolvers.saved);
  const { isDirty, submitCount } = form.formState;
  const element = useFocusOnError(submitCount);
  const [change, confirm] = useState<Change | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isSaved, setSaved] = useState(false);
  const tell = useEffectEvent(onDirty);
  useEffect(() => tell(isDirty), [isDirty]);

  const conflict = conflictOf<Administrator>(error);
  const ask = (values: AdministratorValues, etag: string) => {
    setError(null);
    setSaved(false);
    confirm({ values, etag });
  };
  // The rules answer what is sent; what was typed is what goes on from here.
  const submit = form.handleSubmit(() => ask(form.getValues(), base.etag));
  const send = (ownPassword: string, { values, etag }: Change) => {
    if (isNew) return addAdministrator({ ...newInputOf(values), ownPassword });
    return saveAdministrator(settings.id, { input: { ...inputOf(values), ownPassword }, etag });
  };
  const done = (next: StoredAdministrator) => {
    const { username } = next.settings;
    confirm(null);
    client.setQueryData(administratorQuery(next.settings.id).queryKey, next);
    form.reset(valuesOf(next.settings));
    setSaved(true);
    void client.invalidateQueries({ queryKey: administratorsQuery.queryKey });
    if (isOwn) void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    announce(isNew ? t`${username} is added.` : t`Saved.`);
    if (isNew) void onGone();
  };
  const refuse = (refused: unknown) => {
    confirm(null);
    setError(refused);
  };
  // Once the dialog is gone, which gives the focus back.
  useEffect(() => showFieldErrors(form, error), [form, error]);

  return (
    <>
      <LeaveGuard when={isDirty} bySearch />
      <form ref={element} noValidate onSubmit={(event) => void submit(event)}>
        <AdministratorFields form={form} stored={settings} isNew={isNew} isOwn={isOwn} />
        {conflict && (
          <AdministratorConflict
            key={conflict.etag}
            mine={form.getValues()}
            base={base.settings}
            theirs={conflict.settings}
            onSave={(chosen) => {
              takeChoice(form, valuesOf(conflict.settings), chosen);
              ask(chosen, conflict.etag);
            }}
          />
        )}
        {isGone(error) && (
          <Notice tone="bad" alert>
            <Trans>Somebody has deleted this account meanwhile.</Trans>
          </Notice>
        )}
        {!conflict && !isGone(error) && <RequestError error={error} />}
        <div className="row">
          {!conflict && !isGone(error) && (
            <Button type="submit" look={isDirty || isNew ? 'primary' : 'plain'}>
              <Trans>Save</Trans>
            </Button>
          )}
          <Button onClick={onClose}>{isDirty || isNew ? <Trans>Cancel</Trans> : <Trans>Close</Trans>}</Button>
          <span className="muted">{isDirty ? <Trans>not saved</Trans> : isSaved && <Trans>saved</Trans>}</span>
        </div>
      </form>
      {change && <ConfirmDialog title={isNew ? <Trans>Add this administrator?</Trans> : <Trans>Save these changes?</Trans>} action={<Trans>Save</Trans>} send={(ownPassword) => send(ownPassword, change)} onDone={done} onRefused={refuse} onClose={() => confirm(null)} />}
    </>
  );
}
