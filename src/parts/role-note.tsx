import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Role } from '../../contract/roles.ts';
import { usePrefetched } from '../api/query-client.ts';
import { sessionQuery } from '../api/session.ts';
import { paths } from '../paths.ts';
import { roleNames } from './role-names.ts';

interface RoleNoteProps {
  needed: Role;
  /** What the button, link or field is called that is not here. */
  action: ReactNode;
}

/** In the place of what somebody with another role can do: which one it takes. */
export function RoleNote({ needed: role, action }: RoleNoteProps) {
  const own = roleNames[usePrefetched(sessionQuery).role];
  const needed = roleNames[role];
  return (
    <p className="role-note">
      <Trans>
        <strong>{action}</strong> needs the role {needed}; yours is {own}.
      </Trans>{' '}
      <Link to={paths.account()}>
        <Trans>What each role may do</Trans>
      </Link>
    </p>
  );
}
