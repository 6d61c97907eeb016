import { Trans } from '@lingui/react/macro';
import type { Authorization } from '../../../../contract/authorization.ts';
import type { AuthorizationAction } from '../../../api/authorization.ts';
import { functionsQuery } from '../../../api/functions.ts';
import { usePrefetched } from '../../../api/query-client.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { DateTime, Time } from '../../../ui/time.tsx';

interface SignedInProps {
  authorization: Extract<Authorization, { state: 'authorized' }>;
  expected: string;
  busy: boolean;
  locale: string;
  onAct: (action: AuthorizationAction) => void;
}

/** A sign-in that works: whose it is, and until when its parts live. */
export function SignedIn({ authorization, expected, busy, locale, onAct }: SignedInProps) {
  const { account, accessTokenExpiresAt, lastRefreshAt, authorizedAt, signInEndsAt, matchesAddress, mailUser, refreshFault } = authorization;
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
      {refreshFault && (
        <Notice tone="warn">
          <p>
            <Trans>
              The token could not be renewed. Postern tries again at <Time at={refreshFault.nextTryAt} locale={locale} />; the sign-in has not ended.
            </Trans>
          </p>
          <p className="muted">
            {refreshFault.diagnosis.cause} {refreshFault.diagnosis.fix}
          </p>
        </Notice>
      )}
      <dl className="summary">
        <dt>
          <Trans>Signed in as</Trans>
        </dt>
        <dd>
          <strong>{account}</strong>
        </dd>
        {mailUser && mailUser.toLowerCase() !== account.toLowerCase() && (
          <>
            <dt>
              <Trans>Name at the mail server</Trans>
            </dt>
            <dd>
              {mailUser} <span className="muted">{'· '}<Trans>it takes the token under this name</Trans></span>
            </dd>
          </>
        )}
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
