import { Trans, useLingui } from '@lingui/react/macro';
import { authorizationQuery } from '../../../api/authorization.ts';
import { lastCheckQuery } from '../../../api/checks.ts';
import { usePrefetched } from '../../../api/query-client.ts';

/** Where somebody stands on the way: settings, sign-in, check. */
export function Steps({ editing, signsIn }: { editing: boolean; signsIn: boolean }) {
  const { t } = useLingui();
  const { state } = usePrefetched(authorizationQuery);
  const check = usePrefetched(lastCheckQuery('email-forwarding'));
  const signedIn = !signsIn || state === 'authorized';
  const all = [
    { name: t`Settings`, done: !editing },
    ...(signsIn ? [{ name: t`Sign in`, done: signedIn }] : []),
    { name: t`Check`, done: !editing && signedIn && check?.state === 'passed' },
  ];
  const now = editing ? 0 : signedIn ? all.length - 1 : 1;
  return (
    <ol className="steps" aria-label={t`Steps`}>
      {all.map(({ name, done }, at) => (
        <li key={name} className={done ? 'done' : undefined} aria-current={at === now ? 'step' : undefined}>
          <span className="number" aria-hidden="true">
            {done ? '✓' : at + 1}
          </span>
          {name}
          {done && (
            <span className="visually-hidden">
              <Trans>done</Trans>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
