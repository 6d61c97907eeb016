import { Trans } from '@lingui/react/macro';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { ApiProblem, NoAnswer } from '../api/request.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { minutesAndSeconds, useNow } from '../ui/use-now.ts';

interface RequestErrorProps {
  error: unknown;
  /** When the request was sent, by this browser's time. */
  since?: number;
  /** Sends it once more, where nothing has answered. */
  again?: () => void;
}

/** Why a request failed, in a sentence; nothing for what stands at its fields. */
export function RequestError({ error, since, again }: RequestErrorProps) {
  if (error === null || error === undefined) return null;
  if (error instanceof ApiProblem && error.problem === 'too-many-tries') return <WaitNotice seconds={error.retryAfter} since={since ?? 0} />;
  return (
    <Notice tone="bad" alert>
      <Sentence error={error} />
      {again && passes(error) && (
        <div className="row">
          <Button onClick={again}>
            <Trans>Send again</Trans>
          </Button>
        </div>
      )}
    </Notice>
  );
}

// Nothing was wrong with what was sent.
function passes(error: unknown): boolean {
  return error instanceof NoAnswer || (error instanceof ApiProblem && (error.problem === 'store-unavailable' || error.problem === 'store-full'));
}

function Sentence({ error }: { error: unknown }) {
  if (error instanceof NoAnswer) return <Trans>Postern does not answer: the network is gone, or Postern has been stopped. Nothing on this page is lost.</Trans>;
  if (!(error instanceof ApiProblem)) return <Trans>Something failed on this page. Reload it; if it comes back, tell support.</Trans>;
  const { requestId } = error;
  switch (error.problem) {
    case 'wrong-credentials':
      return <Trans>Username or password is wrong.</Trans>;
    case 'invalid':
    case 'wrong-password':
      return <Trans>Some values are not valid: see the fields marked.</Trans>;
    case 'wrong-setup-code':
      return <Trans>The set-up code is wrong.</Trans>;
    case 'already-set-up':
      return <Trans>The first administrator exists already. Sign in.</Trans>;
    case 'forbidden':
      return <Trans>Your role does not allow this.</Trans>;
    case 'last-expert':
      return <Trans>This is the last expert who can sign in. Make somebody else an expert first.</Trans>;
    case 'too-many-administrators':
      return <Trans>There are 200 administrators, which is the most. Delete one first.</Trans>;
    case 'not-signed-in':
      return <Trans>Your session has ended. Sign in again.</Trans>;
    case 'not-configured':
      return <Trans>Save the settings first.</Trans>;
    case 'other-method':
      return <Trans>The Auth Method that is saved does not sign in with a code.</Trans>;
    case 'store-unavailable':
      return <Trans>The database of Postern does not answer at the moment. Nothing was changed; send it again in a few seconds.</Trans>;
    case 'store-full':
      return <Trans>The disk of Postern is full. Nothing was changed; its operator must make room.</Trans>;
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

/** Puts the errors of a 422 at their fields; `below` is where the form's values stand in the body. */
export function showFieldErrors<Values extends FieldValues, Output>(form: UseFormReturn<Values, unknown, Output>, error: unknown, below = ''): void {
  if (!(error instanceof ApiProblem)) return;
  const own = error.fields.filter(({ pointer }) => pointer.startsWith(`${below}/`));
  for (const [at, { pointer, code }] of own.entries()) {
    form.setError(pointer.slice(below.length + 1).replaceAll('/', '.') as Path<Values>, { type: 'server', message: code }, { shouldFocus: at === 0 });
  }
}
