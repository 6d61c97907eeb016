import { Plural, Trans } from '@lingui/react/macro';
import type { RestorePlan } from '../../../contract/backup.ts';
import { usePrefetched } from '../../api/query-client.ts';
import { sessionQuery } from '../../api/session.ts';

/** What a restore means for those who are here, and what is to be done after it. */
export function Afterwards({ afterwards }: { afterwards: RestorePlan['afterwards'] }) {
  const { role } = usePrefetched(sessionQuery);
  const { secretsTotal, signIn, withoutPassword, otherPassword } = afterwards;
  const without = withoutPassword.join(', ');
  return (
    <>
      <h3>
        <Trans>Afterwards</Trans>
      </h3>
      <ul className="afterwards">
        <li>
          <Trans>Your session goes on; all others end. Checks, renewals and sign-ins that are under way are cancelled.</Trans>
        </li>
        {otherPassword && (
          <li>
            <Trans>You sign in with the password that you had when the backup was made.</Trans>
          </li>
        )}
        {afterwards.role !== role && (
          <li>
            <Trans>Your own role is another one: you are no expert any more.</Trans>
          </li>
        )}
        {secretsTotal > 0 && (
          <li>
            <Plural value={secretsTotal} one="# secret must be entered again." other="# secrets must be entered again." />
          </li>
        )}
        {signIn && (
          <li>
            <Trans>Somebody must sign in at Microsoft again for E-mail forwarding.</Trans>
          </li>
        )}
        {without !== '' && (
          <li>
            <Trans>These administrators need a new password from an expert: {without}</Trans>
          </li>
        )}
      </ul>
    </>
  );
}
