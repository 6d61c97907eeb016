import { Trans, useLingui } from '@lingui/react/macro';
import { NavLink } from 'react-router';
import { functionsQuery } from '../../api/functions.ts';
import { usePrefetched } from '../../api/query-client.ts';
import { paths } from '../../paths.ts';
import { HealthMark } from '../health-mark.tsx';

/** The navigation area: the items of the task center, each with its health. */
export function Tree({ onChoose }: { onChoose: () => void }) {
  const { t } = useLingui();
  const functions = usePrefetched(functionsQuery);
  const emailForwarding = functions.find((row) => row.function === 'email-forwarding');
  return (
    <nav className="tree" aria-label={t`Service Center`}>
      <p className="tree-title">
        <Trans>Service Center</Trans>
      </p>
      <ul>
        <li>
          <NavLink to={paths.emailForwarding()} onClick={onChoose}>
            <Trans>E-mail forwarding</Trans>
            {emailForwarding && <HealthMark health={emailForwarding.health} brief />}
          </NavLink>
        </li>
      </ul>
    </nav>
  );
}
