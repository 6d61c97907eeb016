import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePrefetched } from '../../api/query-client.ts';
import { sessionQuery } from '../../api/session.ts';
import { ChangePassword } from '../../parts/change-password.tsx';
import { Page } from '../../parts/frame/page.tsx';
import { RoleList } from '../../parts/role-list.tsx';
import { announce } from '../../ui/announcer.tsx';
import { AccountForm } from './account-form.tsx';

/** What everybody sees and changes of his own account. */
export function Component() {
  const { t } = useLingui();
  const client = useQueryClient();
  const { username, role } = usePrefetched(sessionQuery);
  const [isChanged, setChanged] = useState(false);
  return (
    <Page title={t`My account`} above={[t`Administrators`]}>
      <section aria-labelledby="account-title">
        <div className="section-title">
          <h2 id="account-title">
            <bdi>{username}</bdi>
          </h2>
        </div>
        <AccountForm />
      </section>
      <section aria-labelledby="password-title">
        <div className="section-title">
          <h2 id="password-title">
            <Trans>Password</Trans>
          </h2>
          {isChanged && (
            <span className="muted">
              <Trans>changed</Trans>
            </span>
          )}
        </div>
        <ChangePassword
          username={username}
          button={<Trans>Change password</Trans>}
          onChanged={(session) => {
            client.setQueryData(sessionQuery.queryKey, session);
            announce(t`Your password is changed.`);
            setChanged(true);
          }}
        />
      </section>
      <section aria-labelledby="roles-title">
        <div className="section-title">
          <h2 id="roles-title">
            <Trans>What each role may do</Trans>
          </h2>
        </div>
        <RoleList own={role} />
      </section>
    </Page>
  );
}
