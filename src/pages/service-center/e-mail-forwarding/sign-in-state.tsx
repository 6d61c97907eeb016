import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../../contract/addresses.ts';
import type { Authorization } from '../../../../contract/authorization.ts';
import type { Diagnosis } from '../../../../contract/diagnosis.ts';
import { authorizationActions, authorizationQuery, type AuthorizationAction } from '../../../api/authorization.ts';
import { emailForwardingQuery } from '../../../api/email-forwarding.ts';
import { functionsQuery } from '../../../api/functions.ts';
import { usePrefetched } from '../../../api/query-client.ts';
import { useLongPoll } from '../../../api/use-long-poll.ts';
import { DeviceCodeCard } from '../../../parts/device-code-card.tsx';
import { RequestError } from '../../../parts/request-error.tsx';
import { announce } from '../../../ui/announcer.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SignInOutcome } from './sign-in-outcome.tsx';
import { useStateWords } from './use-state-words.ts';

/** The sign-in in the state that the backend holds it in, and what can be done with it. */
export function SignInState({ onEdit, onOffer }: { onEdit: () => void; onOffer: (diagnosis: Diagnosis) => void }) {
  const { i18n } = useLingui();
  const client = useQueryClient();
  const words = useStateWords();
  const { settings } = usePrefetched(emailForwardingQuery);
  const { data: authorization } = useQuery(authorizationQuery);
  const [removing, setRemoving] = useState(false);

  const refreshAll = () => Promise.all([client.invalidateQueries({ queryKey: functionsQuery.queryKey }), client.invalidateQueries({ queryKey: emailForwardingQuery.queryKey })]);
  useLongPoll<Authorization>(authorizationQuery.queryKey, api.authorization, (next) => {
    announce(words(next));
    void refreshAll();
  });
  const act = useMutation({
    mutationFn: (action: AuthorizationAction) => authorizationActions[action](),
    onSuccess(next) {
      client.setQueryData(authorizationQuery.queryKey, next);
      announce(words(next));
      void refreshAll();
      document.getElementById('sign-in-title')?.focus();
    },
  });

  if (!authorization) return null;
  const account = settings.signInAs ?? settings.emailAddress;
  const { state } = authorization;
  const stillWorks = state !== 'authorized' && authorization.current !== null;
  const last = act.variables;
  return (
    <>
      {state === 'pending' ? (
        <DeviceCodeCard pending={authorization} account={account} busy={act.isPending} onCancel={() => act.mutate('cancel')} onRenew={() => act.mutate('renew')} />
      ) : (
        <SignInOutcome authorization={authorization} expected={account} busy={act.isPending} locale={i18n.locale} onAct={(action) => (action === 'remove' ? setRemoving(true) : act.mutate(action))} onEdit={onEdit} onOffer={onOffer} />
      )}
      {stillWorks && (
        <Notice tone="info">
          <Trans>The sign-in of {authorization.current?.account} goes on working until a new one has succeeded.</Trans>
        </Notice>
      )}
      <RequestError error={act.error} since={act.submittedAt} {...(last && { again: () => act.mutate(last) })} />
      {removing && (
        <Dialog
          title={<Trans>Remove the sign-in of {account}?</Trans>}
          onClose={() => setRemoving(false)}
          buttons={
            <>
              <Button onClick={() => setRemoving(false)}>
                <Trans>Keep it</Trans>
              </Button>
              <Button
                look="primary"
                onClick={() => {
                  setRemoving(false);
                  act.mutate('remove');
                }}
              >
                <Trans>Remove</Trans>
              </Button>
            </>
          }
        >
          <p>
            <Trans>No mail is sent until somebody signs in again. The settings stay.</Trans>
          </p>
        </Dialog>
      )}
    </>
  );
}
