import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { NetworkHost } from '../../../../contract/network.ts';
import { hostCheckQuery } from '../../../api/network.ts';
import { Ladder } from '../../../parts/ladder.tsx';
import { RequestError } from '../../../parts/request-error.tsx';
import { Button } from '../../../ui/button.tsx';
import { RelativeTime } from '../../../ui/time.tsx';
import { nameOf } from './use-host-checks.ts';

interface HostCheckProps {
  host: NetworkHost;
  /** Is it its turn later? */
  isWaiting: boolean;
  isBusy: boolean;
  onCheck: () => void;
}

/** How a host was found last, and the button that looks again. */
export function HostCheck({ host, isWaiting, isBusy, onCheck }: HostCheckProps) {
  const { t } = useLingui();
  const { data, isFetching } = useQuery(hostCheckQuery(host));
  const name = nameOf(host);
  return (
    <>
      {isFetching || isWaiting ? (
        <span className="muted">{isFetching ? <Trans>is being checked …</Trans> : <Trans>waits for its turn</Trans>}</span>
      ) : (
        <>
          {data && <HostState state={data.state} at={data.at} />}
          <Button look="text" busy={isBusy} aria-label={t`Check ${name}`} onClick={onCheck}>
            <Trans>Check</Trans>
          </Button>
        </>
      )}
    </>
  );
}

/** Could it be reached, and when was that seen? */
export function HostState({ state, at }: { state: 'passed' | 'failed'; at: string }) {
  const { i18n } = useLingui();
  return (
    <span className={`health ${state === 'passed' ? 'working' : 'failing'}`}>
      <span aria-hidden="true">{state === 'passed' ? '●' : '▲'}</span> {state === 'passed' ? <Trans>in order</Trans> : <Trans>not in order</Trans>}{' '}
      <span className="muted">
        <RelativeTime at={at} locale={i18n.locale} />
      </span>
    </span>
  );
}

/** What was found, step by step, below the host; nothing before the first check. */
export function HostFindings({ host, onAgain }: { host: NetworkHost; onAgain: () => void }) {
  const { data, error, isFetching, errorUpdatedAt } = useQuery(hostCheckQuery(host));
  if (isFetching || (!data && !error)) return null;
  return (
    <tr className="host-findings">
      <td colSpan={5}>
        <RequestError error={error} since={errorUpdatedAt} again={onAgain} />
        {data && !error && <Ladder check={data} then={null} />}
      </td>
    </tr>
  );
}
