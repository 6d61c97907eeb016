import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';

/** An address that is no page. */
export function NotFound() {
  const { t } = useLingui();
  useEffect(() => {
    document.title = `${t`There is no page at this address`} · Postern`;
  }, [t]);
  return (
    <main id="page" className="lone" tabIndex={-1}>
      <h1>
        <Trans>There is no page at this address</Trans>
      </h1>
      <p>
        <Link to={paths.emailForwarding()}>
          <Trans>To E-mail forwarding</Trans>
        </Link>
      </p>
    </main>
  );
}
