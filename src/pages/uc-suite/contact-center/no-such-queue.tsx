import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Page } from '../../../parts/frame/page.tsx';
import { paths } from '../../../paths.ts';

/** At the address of a queue that is gone. */
export function NoSuchQueue() {
  const { t } = useLingui();
  return (
    <Page title={t`There is no such queue`} above={[t`UC Suite`, t`Contact Center`, t`Queues`]}>
      <p>
        <Trans>It was deleted, or the address is not complete.</Trans>
      </p>
      <Link to={paths.queues()} className="button primary">
        <Trans>All queues</Trans>
      </Link>
    </Page>
  );
}
