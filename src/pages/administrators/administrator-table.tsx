import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import type { Administrator } from '../../../contract/administrators.ts';
import { usePrefetched } from '../../api/query-client.ts';
import { sessionQuery } from '../../api/session.ts';
import { roleNames } from '../../parts/role-names.ts';
import { paths } from '../../paths.ts';
import { RelativeTime } from '../../ui/time.tsx';
import { languageNames, useStateOf } from './use-administrator-words.ts';

/** The accounts, each with what it may do and how it stands. */
export function AdministratorTable({ rows }: { rows: readonly Administrator[] }) {
  const { t, i18n } = useLingui();
  const stateOf = useStateOf();
  const own = usePrefetched(sessionQuery).username;
  const [role, language, lastSignIn, sessions] = [t`Role`, t`Language`, t`Last sign-in`, t`Sessions`];
  return (
    <table className="listed stacked administrators">
      <thead>
        <tr>
          <th scope="col">
            <Trans>Username</Trans>
          </th>
          <th scope="col">{role}</th>
          <th scope="col">
            <Trans>State</Trans>
          </th>
          <th scope="col">{language}</th>
          <th scope="col">{lastSignIn}</th>
          <th scope="col">{sessions}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((account) => (
          <tr key={account.id}>
            <th scope="row">
              <Link to={paths.administrators({ administrator: account.id })} preventScrollReset>
                <bdi>{account.username}</bdi>
              </Link>
              {account.username === own && (
                <span className="muted">
                  {' '}
                  <Trans>you</Trans>
                </span>
              )}
              {account.email && (
                <span className="muted second">
                  <bdi>{account.email}</bdi>
                </span>
              )}
            </th>
            <td data-name={role}>{roleNames[account.role]}</td>
            <td>{stateOf(account)}</td>
            <td data-name={language} lang={account.language}>
              {languageNames[account.language]}
            </td>
            <td data-name={lastSignIn}>{account.lastSignInAt ? <RelativeTime at={account.lastSignInAt} locale={i18n.locale} /> : <Trans>never</Trans>}</td>
            <td data-name={sessions}>
              <Plural value={account.sessions} _0="none" other="#" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
