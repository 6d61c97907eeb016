import { Trans } from '@lingui/react/macro';
import type { Authorization } from '../../../../contract/authorization.ts';
import type { Diagnosis } from '../../../../contract/diagnosis.ts';
import type { AuthorizationAction } from '../../../api/authorization.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SignInEnded } from './sign-in-ended.tsx';
import { SignedIn } from './signed-in.tsx';

interface SignInOutcomeProps {
  authorization: Exclude<Authorization, { state: 'pending' }>;
  expected: string;
  busy: boolean;
  locale: string;
  onAct: (action: AuthorizationAction) => void;
  onEdit: () => void;
  onOffer: (diagnosis: Diagnosis) => void;
}

/** How it stands when no code is pending: each state with what comes next. */
export function SignInOutcome({ authorization, expected, busy, locale, onAct, onEdit, onOffer }: SignInOutcomeProps) {
  switch (authorization.state) {
    case 'none':
      return (
        <>
          <p>
            <Trans>Nobody is signed in yet. Microsoft gives a code; whoever owns {expected} signs in with it.</Trans>
          </p>
          <Button look="primary" busy={busy} onClick={() => onAct('start')}>
            <Trans>Sign in</Trans>
          </Button>
        </>
      );
    case 'authorized':
      return <SignedIn authorization={authorization} expected={expected} busy={busy} locale={locale} onAct={onAct} />;
    case 'other-account':
      return (
        <>
          <Notice tone="warn">
            <p>
              <Trans>
                <strong>{authorization.account}</strong> has signed in, but <strong>{expected}</strong> is configured. Nothing is sent with this sign-in yet.
              </Trans>
            </p>
            <p>
              <Trans>Keep it only when {expected} is a shared mailbox that {authorization.account} may send as.</Trans>
            </p>
          </Notice>
          <div className="row">
            <Button look="primary" busy={busy} onClick={() => onAct('renew')}>
              <Trans>Sign in again</Trans>
            </Button>
            <Button busy={busy} onClick={() => onAct('keep')}>
              <Trans>Keep this account</Trans>
            </Button>
            <Button look="text" busy={busy} onClick={() => onAct('cancel')}>
              <Trans>Drop it</Trans>
            </Button>
          </div>
        </>
      );
    default:
      return <SignInEnded authorization={authorization} busy={busy} locale={locale} onAct={onAct} onEdit={onEdit} onOffer={onOffer} />;
  }
}
