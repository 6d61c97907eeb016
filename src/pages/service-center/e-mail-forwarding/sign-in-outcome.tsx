import { Trans } from '@lingui/react/macro';
import type { Authorization } from '../../../../contract/authorization.ts';
import type { AuthorizationAction } from '../../../api/authorization.ts';
import { functionsQuery } from '../../../api/functions.ts';
import { usePrefetched } from '../../../api/query-client.ts';
import { DiagnosisView } from '../../../parts/diagnosis-view.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { DateTime } from '../../../ui/time.tsx';

interface SignInOutcomeProps {
  authorization: Exclude<Authorization, { state: 'pending' }>;
  expected: string;
  busy: boolean;
  locale: string;
  onAct: (action: AuthorizationAction) => void;
  onEdit: () => void;
}

/** How it stands when no code is pending: each state with what comes next. */
export function SignInOutcome({ authorization, expected, busy, locale, onAct, onEdit }: SignInOutcomeProps) {
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
      return <Ended authorization={authorization} busy={busy} onAct={onAct} onEdit={onEdit} />;
  }
}

type EndedState = Extract<Authorization, { diagnosis: unknown }>;

function Ended({ authorization: { state, diagnosis, current }, busy, onAct, onEdit }: { authorization: EndedState } & Pick<SignInOutcomeProps, 'busy' | 'onAct' | 'onEdit'>) {
  const codeIsOver = state === 'declined' || state === 'expired';
  return (
    <>
      <DiagnosisView diagnosis={diagnosis} />
      <div className="row">
        {diagnosis.pointer && (
          <Button look="primary" onClick={onEdit}>
            <Trans>Correct the settings</Trans>
          </Button>
        )}
        <Button look={diagnosis.pointer ? 'plain' : 'primary'} busy={busy} onClick={() => onAct('renew')}>
          {codeIsOver ? <Trans>Get a new code</Trans> : state === 'sign-in-required' ? <Trans>Sign in again</Trans> : <Trans>Try again</Trans>}
        </Button>
        {current && (
          <Button look="text" busy={busy} onClick={() => onAct('cancel')}>
            <Trans>Stay with the former sign-in</Trans>
          </Button>
        )}
      </div>
    </>
  );
}

type Authorized = Extract<Authorization, { state: 'authorized' }>;

function SignedIn({ authorization, expected, busy, locale, onAct }: { authorization: Authorized } & Pick<SignInOutcomeProps, 'expected' | 'busy' | 'locale' | 'onAct'>) {
  const { account, accessTokenExpiresAt, lastRefreshAt, authorizedAt, signInEndsAt, matchesAddress } = authorization;
  const lastMail = usePrefetched(functionsQuery).find((row) => row.function === 'email-forwarding')?.lastMail;
  return (
    <>
      {!matchesAddress && (
        <Notice tone="warn">
          <Trans>
            {account} is signed in, but {expected} is configured. Sign in again as {expected}.
          </Trans>
        </Notice>
      )}
      <dl className="summary">
        <dt>
          <Trans>Signed in as</Trans>
        </dt>
        <dd>
          <strong>{account}</strong>
        </dd>
        <dt>
          <Trans>Token valid until</Trans>
        </dt>
        <dd>
          <DateTime at={accessTokenExpiresAt} locale={locale} /> <span className="muted">{'· '}<Trans>renewed by itself</Trans></span>
        </dd>
        <dt>
          <Trans>Last refresh</Trans>
        </dt>
        <dd>{lastRefreshAt ? <DateTime at={lastRefreshAt} locale={locale} /> : <Trans>none since the sign-in on <DateTime at={authorizedAt} locale={locale} /></Trans>}</dd>
        <dt>
          <Trans>Ends if unused by</Trans>
        </dt>
        <dd>
          <DateTime at={signInEndsAt} locale={locale} />
        </dd>
        <dt>
          <Trans>Last test mail</Trans>
        </dt>
        <dd>{lastMail ? <DateTime at={lastMail} locale={locale} /> : <Trans>none yet</Trans>}</dd>
        <dt>myReports</dt>
        <dd>
          <Trans>uses this configuration</Trans>
        </dd>
      </dl>
      <div className="row">
        <Button busy={busy} onClick={() => onAct('renew')}>
          <Trans>Sign in again</Trans>
        </Button>
        <Button look="text" busy={busy} onClick={() => onAct('remove')}>
          <Trans>Remove sign-in</Trans>
        </Button>
      </div>
    </>
  );
}
