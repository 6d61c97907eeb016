import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Administrator } from '../../../contract/administrators.ts';
import { administratorQuery, administratorsQuery, deleteAdministrator, endSessions, saveAdministrator, type StoredAdministrator } from '../../api/administrators.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { conflictOf } from '../../parts/conflict-of.ts';
import { isGone } from '../../parts/is-gone.ts';
import { RequestError } from '../../parts/request-error.tsx';
import { paths } from '../../paths.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DateTime } from '../../ui/time.tsx';
import { inputOf, valuesOf } from './administrator-values.ts';

type Action = 'disable' | 'enable' | 'end-sessions' | 'delete';

interface AdministratorActionsProps {
  stored: StoredAdministrator;
  isOwn: boolean;
  /** Is something typed in the form above? */
  isDirty: boolean;
  onGone: () => Promise<unknown>;
}

/** What ends the access of an account: its sessions, for the time being, for good. */
export function AdministratorActions({ stored, isOwn, isDirty, onGone }: AdministratorActionsProps) {
  const { t, i18n } = useLingui();
  const client = useQueryClient();
  const { settings, etag } = stored;
  const { id, username, disabled, sessions, lastSignInAt } = settings;
  const [action, ask] = useState<Action | null>(null);
  const [error, setError] = useState<unknown>(null);
  const changed = conflictOf<Administrator>(error);
  const query = administratorQuery(id);
  const name = <bdi>{username}</bdi>;

  const send = async (ownPassword: string): Promise<StoredAdministrator | null> => {
    if (action === 'delete') await deleteAdministrator(id, { ownPassword, etag });
    else if (action === 'end-sessions') await endSessions(id, ownPassword);
    else return saveAdministrator(id, { input: { ...inputOf(valuesOf(settings)), disabled: action === 'disable', ownPassword }, etag });
    return null;
  };
  const leave = async () => {
    await onGone();
    client.removeQueries({ queryKey: query.queryKey });
  };
  const done = (next: StoredAdministrator | null) => {
    ask(null);
    // Nobody is signed in here any more.
    if (isOwn && (action === 'delete' || action === 'disable')) return window.location.assign(paths.signIn());
    if (next) client.setQueryData(query.queryKey, next);
    const said = { 'delete': t`${username} is deleted.`, 'disable': t`${username} is disabled.`, 'enable': t`${username} is enabled.`, 'end-sessions': t`The sessions of ${username} have ended.` };
    if (action) announce(said[action]);
    if (action === 'delete') void leave();
    if (action === 'end-sessions') void client.invalidateQueries({ queryKey: query.queryKey });
    return void client.invalidateQueries({ queryKey: administratorsQuery.queryKey });
  };
  const refuse = (refused: unknown) => {
    ask(null);
    setError(refused);
    const current = conflictOf<Administrator>(refused);
    if (current) client.setQueryData(query.queryKey, current);
    if (isGone(refused)) void client.invalidateQueries({ queryKey: administratorsQuery.queryKey });
  };
  const start = (next: Action) => {
    setError(null);
    ask(next);
  };
  return (
    <section aria-labelledby="access-title">
      <h3 id="access-title">
        <Trans>Access</Trans>
      </h3>
      <p className="muted">
        <Plural value={sessions} _0="Signed in nowhere at the moment." one="Signed in once at the moment." other="Signed in # times at the moment." />{' '}
        {lastSignInAt ? (
          <Trans>
            Last sign-in: <DateTime at={lastSignInAt} locale={i18n.locale} />.
          </Trans>
        ) : (
          <Trans>Never signed in yet.</Trans>
        )}
      </p>
      {changed && (
        <Notice tone="warn" alert>
          <Trans>Somebody else has changed this account meanwhile. This is how it is now: look, then do it again.</Trans>
        </Notice>
      )}
      {isGone(error) && (
        <Notice tone="bad" alert>
          <Trans>Somebody has deleted this account meanwhile.</Trans>
        </Notice>
      )}
      {!changed && !isGone(error) && <RequestError error={error} />}
      {isDirty ? (
        <p>
          <Trans>Save or cancel the changes above first. Then sessions are ended here, and the account is disabled or deleted.</Trans>
        </p>
      ) : (
        <div className="row">
          <Button onClick={() => start('end-sessions')}>
            <Trans>End sessions</Trans>
          </Button>
          <Button onClick={() => start(disabled ? 'enable' : 'disable')}>{disabled ? <Trans>Enable</Trans> : <Trans>Disable</Trans>}</Button>
          <Button onClick={() => start('delete')}>
            <Trans>Delete</Trans>
          </Button>
        </div>
      )}
      {action === 'end-sessions' && (
        <ConfirmDialog title={<Trans>End the sessions of {name}?</Trans>} action={<Trans>End sessions</Trans>} send={send} onDone={done} onRefused={refuse} onClose={() => ask(null)}>
          <p>{isOwn ? <Trans>This one here stays.</Trans> : <Trans>Whoever is signed in with this account must sign in again. What is typed there is not lost.</Trans>}</p>
        </ConfirmDialog>
      )}
      {action === 'disable' && (
        <ConfirmDialog title={<Trans>Disable {name}?</Trans>} action={<Trans>Disable</Trans>} send={send} onDone={done} onRefused={refuse} onClose={() => ask(null)}>
          <p>
            <Trans>The account cannot sign in until it is enabled again; its sessions end at once.</Trans>
          </p>
        </ConfirmDialog>
      )}
      {action === 'enable' && (
        <ConfirmDialog title={<Trans>Enable {name}?</Trans>} action={<Trans>Enable</Trans>} send={send} onDone={done} onRefused={refuse} onClose={() => ask(null)}>
          <p>
            <Trans>The account can sign in again, with the password that it had.</Trans>
          </p>
        </ConfirmDialog>
      )}
      {action === 'delete' && (
        <ConfirmDialog title={<Trans>Delete administrator {name}?</Trans>} action={<Trans>Delete</Trans>} send={send} onDone={done} onRefused={refuse} onClose={() => ask(null)}>
          <p>
            <Trans>This cannot be undone; its sessions end at once. What the account has done stays in the Event Log.</Trans>
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}
