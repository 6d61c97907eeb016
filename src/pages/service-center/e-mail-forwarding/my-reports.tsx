import { Trans } from '@lingui/react/macro';
import type { Health } from '../../../../contract/functions.ts';
import { functionsQuery } from '../../../api/functions.ts';
import { usePrefetched } from '../../../api/query-client.ts';

/** What becomes of the reports that myReports sends: it has no settings of its own. */
export function MyReports() {
  const { health } = usePrefetched(functionsQuery).find((one) => one.function === 'email-forwarding') ?? { health: 'unchecked' as const };
  return (
    <>
      <dt>myReports</dt>
      <dd>
        <Trans>uses this configuration</Trans>
        {' · '}
        <ReportState health={health} />
      </dd>
    </>
  );
}

function ReportState({ health }: { health: Health }) {
  switch (health) {
    case 'working':
    case 'warning':
      return <span className="health working"><span aria-hidden="true">●</span> <Trans>can send its reports</Trans></span>;
    case 'failing':
    case 'sign-in-required':
      return <span className="health failing"><span aria-hidden="true">▲</span> <Trans>cannot send its reports</Trans></span>;
    default:
      return <span className="muted"><Trans>not checked yet</Trans></span>;
  }
}
