import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Session } from '../../../contract/accounts.ts';
import { usePrefetched } from '../../api/query-client.ts';
import { sessionGate } from '../../api/session-gate.ts';
import { sessionQuery, signIn } from '../../api/session.ts';
import { paths } from '../../paths.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { later } from '../later.tsx';
import { RequestError } from '../request-error.tsx';

const ChangePassword = later(async () => (await import('../change-password.tsx')).ChangePassword);

const formId = 'sign-in-again';

/** The sign-in over the page that is open: what waits goes on afterwards. */
export function SignInAgain() {
  const { t } = useLingui();
  const client = useQueryClient();
  const session = usePrefetched(sessionQuery);
  const [empty, setEmpty] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: (next) => (next.mustChangePassword ? undefined : goOn(next)),
  });
  const goOn = async (next: Session) => {
    client.setQueryData(sessionQuery.queryKey, next);
    // First all is read again, then what waits is sent: else an answer from before a save could come after it.
    await client.invalidateQueries();
    sessionGate.answer(true);
  };
  const leave = () => {
    sessionGate.answer(false);
    window.location.assign(paths.signIn(window.location.pathname + window.location.search));
  };
  const submit = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [username, secret] = [String(given.get('username')).trim(), String(given.get('password'))];
    setEmpty(secret === '');
    if (secret !== '' && !enter.isPending) enter.mutate({ username, password: secret });
  };
  if (enter.data?.mustChangePassword) {
    const { username } = enter.data;
    return (
      <Dialog
        key="change"
        title={<Trans>Choose your password</Trans>}
        onClose={leave}
        buttons={
          <Button look="text" onClick={leave}>
            <Trans>To the sign-in page</Trans>
          </Button>
        }
      >
        <p>
          <Trans>The password of {username} must be changed before anything else. Choose one that only you know; then you go on.</Trans>
        </p>
        <ChangePassword username={username} current={enter.variables?.password ?? ''} button={<Trans>Change password</Trans>} onChanged={(next) => void goOn(next)} />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={<Trans>Your session has ended</Trans>}
      onClose={leave}
      focus={password}
      buttons={
        <>
          <Button type="submit" form={formId} look="primary" busy={enter.isPending}>
            <Trans>Sign in</Trans>
          </Button>
          <Button look="text" onClick={leave}>
            <Trans>To the sign-in page</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>Sign in again: what you typed is still here, and what you sent last is sent again.</Trans>
      </p>
      <form id={formId} noValidate onSubmit={submit}>
        <TextField label={t`Username`} name="username" defaultValue={session.username} required autoComplete="username" autoCapitalize="none" spellCheck={false} />
        <TextField label={t`Password`} name="password" type="password" required autoComplete="current-password" ref={password} error={empty ? t`This is needed.` : undefined} />
        <RequestError error={enter.error} since={enter.submittedAt} />
      </form>
    </Dialog>
  );
}
