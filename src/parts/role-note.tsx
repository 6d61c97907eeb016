import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { Role } from '../../contract/roles.ts';
import { usePrefetched } from '../api/query-client.ts';
import { sessionQuery } from '../api/session.ts';
import { paths } from '../paths.ts';
import { roleNames } from './role-names.ts';

/** In the place of what somebody with another role can do: which one it takes. */
export function RoleNote(props: { needed: Role }) {
  const own = roleNames[usePrefetched(sessionQuery).role];
  const needed = roleNames[props.needed];
  return (
    <p className="role-note">
      <Trans>
        Needs the role {needed}; yours is {own}.
      </Trans>{' '}
      <Link to={paths.account()}>
        <Trans>What each role may do</Trans>
      </Link>
    </p>
  );
}
