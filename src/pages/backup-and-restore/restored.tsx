import { Plural, Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { MissingSecret, RestorePlan } from '../../../contract/backup.ts';
import { paths } from '../../paths.ts';
import { Notice } from '../../ui/notice.tsx';

/** What was restored, and what is to be done now, with links. */
export function Restored({ plan: { sections, afterwards } }: { plan: RestorePlan }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { secrets, secretsTotal, signIn, withoutPassword } = afterwards;
  const count = sections.reduce((all, { added, changed, removed }) => all + added + changed + removed, 0);
  const more = secretsTotal - secrets.length;
  const without = withoutPassword.join(', ');
  const isDone = secretsTotal === 0 && !signIn && without === '';
  return (
    <section aria-labelledby="restored-title">
      <h2 id="restored-title" ref={heading} tabIndex={-1}>
        <Trans>The backup was restored</Trans>
      </h2>
      <Notice tone="ok">
        <Plural value={count} one="# change was made. Your session goes on; all others have ended." other="# changes were made. Your session goes on; all others have ended." />
      </Notice>
      {isDone ? (
        <p>
          <Trans>Nothing needs to be entered again. Check each function once.</Trans>
        </p>
      ) : (
        <>
          <h3>
            <Trans>What is to be done now</Trans>
          </h3>
          <ul className="afterwards">
            {signIn && (
              <li>
                <Link to={paths.emailForwarding()}>
                  <Trans>Sign in at Microsoft for E-mail forwarding</Trans>
                </Link>
              </li>
            )}
            {secrets.map((secret) => (
              <li key={`${secret.function}${secret.ref ?? ''}${secret.field}`}>
                <Link to={placeOf(secret)}>{secret.name}</Link>: <Enter field={secret.field} />
              </li>
            ))}
            {more > 0 && (
              <li>
                <Plural value={more} one="and # more secret" other="and # more secrets" />
              </li>
            )}
            {without !== '' && (
              <li>
                <Trans>Give these administrators a new password: {without}</Trans>
              </li>
            )}
          </ul>
        </>
      )}
    </section>
  );
}

function Enter({ field }: { field: string }) {
  return <Trans>enter {field}</Trans>;
}

function placeOf({ function: name, ref }: MissingSecret): string {
  switch (name) {
    case 'email-forwarding':
      return paths.emailForwarding({ edit: true });
    case 'exchange-calendar':
      return paths.externalProviders('exchange-calendar-integration');
    case 'notices':
      return paths.notices();
    case 'exchange-directory':
      return paths.externalProviders('exchange-pst');
    default: {
      const [queueId = '', pilot = ''] = (ref ?? '').split('/');
      return paths.queuePilots(queueId, { pilot });
    }
  }
}
