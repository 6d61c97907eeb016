import { Trans, useLingui } from '@lingui/react/macro';
import { authorizationQuery } from '../../../api/authorization.ts';
import { lastCheckQuery } from '../../../api/checks.ts';
import { usePrefetched } from '../../../api/query-client.ts';

/** Where somebody stands on the way: settings, sign-in, check. */
export function Steps({ editing }: { editing: boolean }) {
  const { t } = useLingui();
  const { state } = usePrefetched(authorizationQuery);
  const check = usePrefetched(lastCheckQuery('email-forwarding'));
  const now = editing ? 0 : state === 'authorized' ? 2 : 1;
  const done = [!editing, state === 'authorized', now === 2 && check?.state === 'passed'];
  const names = [t`Settings`, t`Sign in`, t`Check`];
  return (
    <ol className="steps" aria-label={t`Steps`}>
      {names.map((name, at) => (
        <li key={name} className={done[at] ? 'done' : undefined} aria-current={at === now ? 'step' : undefined}>
          <span className="number" aria-hidden="true">
            {done[at] ? '✓' : at + 1}
          </span>
          {name}
          {done[at] && (
            <span className="visually-hidden">
              <Trans>done</Trans>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
