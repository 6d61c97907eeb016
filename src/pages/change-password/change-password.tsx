import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from 'react-router';
import { usePrefetched } from '../../api/query-client.ts';
import { sessionQuery } from '../../api/session.ts';
import { ChangePassword } from '../../parts/change-password.tsx';
import { Door } from '../../parts/frame/door.tsx';
import { returnPath } from '../../paths.ts';

/** Before anything else: a password of one's own, in place of the one that somebody else has set. */
export function Component() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { search } = useLocation();
  const client = useQueryClient();
  const { username } = usePrefetched(sessionQuery);
  return (
    <Door title={t`Choose your password`}>
      <p>
        <Trans>The password of {username} must be changed before anything else. Choose one that only you know; then you go on.</Trans>
      </p>
      <ChangePassword
        username={username}
        button={<Trans>Change password</Trans>}
        onChanged={(session) => {
          client.clear();
          client.setQueryData(sessionQuery.queryKey, session);
          void navigate(returnPath(search), { replace: true });
        }}
      />
    </Door>
  );
}
