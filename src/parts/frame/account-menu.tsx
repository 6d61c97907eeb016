import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { sessionQuery, signOut } from '../../api/session.ts';
import { usePrefetched } from '../../api/query-client.ts';
import { paths } from '../../paths.ts';

/** Who is signed in, and the way out. */
export function AccountMenu() {
  const { t } = useLingui();
  const { username } = usePrefetched(sessionQuery);
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key !== 'Escape' : menu.current?.contains(event.target as Node)) return;
      menu.current?.removeAttribute('open');
    };
    document.addEventListener('click', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('click', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  // A whole new page, so that nothing of this session stays in memory.
  const leave = () => void signOut().finally(() => window.location.assign(paths.signIn()));
  return (
    <details className="menu" ref={menu}>
      <summary aria-label={t`Account ${username}`}>
        <span className="cut">{username}</span> <span aria-hidden="true">▾</span>
      </summary>
      <div className="menu-list">
        <Link to={paths.account()} onClick={() => menu.current?.removeAttribute('open')}>
          {t`My account`}
        </Link>
        <button type="button" onClick={leave}>
          {t`Sign out`}
        </button>
      </div>
    </details>
  );
}
