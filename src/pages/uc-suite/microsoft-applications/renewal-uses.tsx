import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { Renewal, RenewalUse, RenewalUseState } from '../../../../contract/renewal.ts';
import { renewalUsesQuery, type Target } from '../../../api/renewals.ts';
import { DiagnosisView } from '../../../parts/diagnosis-view.tsx';
import { RequestError } from '../../../parts/request-error.tsx';
import { useSourceName } from '../../../parts/use-source-name.ts';

interface RenewalUsesProps {
  renewal: Renewal;
  target: Target;
  states: readonly RenewalUseState[];
}

/** Those who take part in a renewal, each with how it stands. */
export function RenewalUses({ renewal, target, states }: RenewalUsesProps) {
  const { t } = useLingui();
  const nameOf = useSourceName();
  const { data, error, errorUpdatedAt, refetch } = useQuery(renewalUsesQuery(target, renewal, states));
  if (!data) return <RequestError error={error} since={errorUpdatedAt} again={() => void refetch()} />;
  const { items, total } = data;
  if (items.length === 0) return null;
  const more = total - items.length;
  return (
    <>
      <table className="listed stacked results">
        <caption className="visually-hidden">
          <Trans>Who takes part</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Used by</Trans>
            </th>
            <th scope="col">
              <Trans>Result</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((use) => (
            <tr key={use.source}>
              <th scope="row">
                <bdi>{nameOf(use)}</bdi>
              </th>
              <td data-column={t`Result`}>
                <Result use={use} isUnderWay={renewal.state === 'checking'} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && (
        <p className="muted">
          <Plural value={more} one="and # more" other="and # more" />
        </p>
      )}
    </>
  );
}

function Result({ use: { state, diagnosis, ms }, isUnderWay }: { use: RenewalUse; isUnderWay: boolean }) {
  if ((state === 'failed' || state === 'refused') && diagnosis) {
    return (
      <details>
        <summary>
          <span aria-hidden="true">✕</span> {state === 'refused' && <Trans>The first use has failed:</Trans>} {diagnosis.cause}
        </summary>
        <DiagnosisView diagnosis={diagnosis} />
      </details>
    );
  }
  switch (state) {
    case 'pending':
      return isUnderWay ? <Trans>is being checked</Trans> : <Trans>not checked</Trans>;
    case 'changed':
      return (
        <span className="health warning">
          <span aria-hidden="true">▲</span> <Trans>was saved by somebody meanwhile</Trans>
        </span>
      );
    case 'gone':
      return <Trans>was removed meanwhile</Trans>;
    case 'replaced':
      return <Trans>has another secret since</Trans>;
    case 'returned':
      return <Trans>has the old secret again</Trans>;
    default:
      return (
        <>
          <span aria-hidden="true">✓</span>{' '}
          {state === 'passed' ? <Trans>works with the new secret</Trans> : state === 'proven' ? <Trans>has used the new secret</Trans> : <Trans>has the new secret, and keeps the old one until it has used it</Trans>}{' '}
          {state === 'passed' && ms !== null && <span className="muted">{ms} ms</span>}
        </>
      );
  }
}
