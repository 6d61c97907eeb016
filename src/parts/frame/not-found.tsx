import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { paths } from '../../paths.ts';

/** An address that is no page. */
export function NotFound() {
  return (
    <div className="lone">
      <h1>
        <Trans>There is no page at this address</Trans>
      </h1>
      <p>
        <Link to={paths.emailForwarding()}>
          <Trans>To E-mail forwarding</Trans>
        </Link>
      </p>
    </div>
  );
}
