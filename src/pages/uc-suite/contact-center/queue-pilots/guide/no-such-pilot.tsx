import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Page } from '../../../../../parts/frame/page.tsx';
import { paths } from '../../../../../paths.ts';

/** At the address of a pilot that is gone, in a queue that is there. */
export function NoSuchPilot({ queue: { id, name } }: { queue: { id: string; name: string } }) {
  const { t } = useLingui();
  return (
    <Page title={t`There is no such queue pilot`} above={[t`UC Suite`, t`Contact Center`, t`Queues`, name]}>
      <p>
        <Trans>It was deleted, or the address is not complete.</Trans>
      </p>
      <Link to={paths.queuePilots(id)} className="button primary">
        <Trans>All queue pilots</Trans>
      </Link>
    </Page>
  );
}
