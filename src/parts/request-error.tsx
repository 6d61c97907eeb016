import { Trans } from '@lingui/react/macro';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { ApiProblem, NoAnswer } from '../api/request.ts';
import { Notice } from '../ui/notice.tsx';
import { minutesAndSeconds, useNow } from '../ui/use-now.ts';

/** Why a request failed, in a sentence; nothing for what stands at its fields. */
export function RequestError({ error, since }: { error: unknown; since?: number }) {
  if (error === null || error === undefined) return null;
  if (error instanceof ApiProblem && error.problem === 'too-many-tries') return <WaitNotice seconds={error.retryAfter} since={since ?? 0} />;
  return (
    <Notice tone="bad" alert>
      <Sentence error={error} />
    </Notice>
  );
}

function Sentence({ error }: { error: unknown }) {
  if (error instanceof NoAnswer) return <Trans>Postern does not answer. What you typed is still here: try again when the connection is back.</Trans>;
  if (!(error instanceof ApiProblem)) return <Trans>Something failed on this page. Reload it; if it comes back, tell support.</Trans>;
  const { requestId } = error;
  switch (error.problem) {
    case 'wrong-credentials':
      return <Trans>Username or password is wrong.</Trans>;
    case 'invalid':
      return <Trans>Some values are not valid: see the fields marked.</Trans>;
    case 'wrong-setup-code':
      return <Trans>The set-up code is wrong.</Trans>;
    case 'already-set-up':
      return <Trans>The first administrator exists already. Sign in.</Trans>;
    case 'forbidden':
      return <Trans>Your role does not allow this.</Trans>;
    case 'not-signed-in':
      return <Trans>Your session has ended. Sign in again.</Trans>;
    case 'not-configured':
      return <Trans>Save the settings first.</Trans>;
    case 'no-sign-in':
      return <Trans>There is no other account to keep any more.</Trans>;
    case 'foreign-origin':
    case 'misdirected':
      return <Trans>This console is opened by an address that it does not know. Its operator can name it in POSTERN_PUBLIC_URL.</Trans>;
    default:
      return <Trans>Postern failed at this. Its log has the details under {requestId}.</Trans>;
  }
}

function WaitNotice({ seconds, since }: { seconds: number; since: number }) {
  const now = useNow(1000);
  const left = seconds - (now - since) / 1000;
  const shown = minutesAndSeconds(left);
  return (
    <Notice tone="warn" alert>
      {left > 0 ? <Trans>Too many tries. Wait another {shown}.</Trans> : <Trans>You can try again now.</Trans>}
    </Notice>
  );
}

/** Puts the errors of a 422 at their fields. */
export function showFieldErrors<Values extends FieldValues>(form: UseFormReturn<Values, unknown, Values>, error: unknown): void {
  if (!(error instanceof ApiProblem)) return;
  for (const [at, { pointer, code }] of error.fields.entries()) {
    form.setError(pointer.slice(1).replaceAll('/', '.') as Path<Values>, { type: 'server', message: code }, { shouldFocus: at === 0 });
  }
}
