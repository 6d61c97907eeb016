import { Trans } from '@lingui/react/macro';
import { useRouteError } from 'react-router';
import { Button } from '../../ui/button.tsx';
import { RequestError } from '../request-error.tsx';

/** In place of a page that could not be shown. */
export function PageError() {
  const error = useRouteError();
  return (
    <main className="lone">
      <h1>
        <Trans>This page cannot be shown</Trans>
      </h1>
      <RequestError error={error} />
      <p>
        <Button look="primary" onClick={() => window.location.reload()}>
          <Trans>Try again</Trans>
        </Button>
      </p>
    </main>
  );
}
