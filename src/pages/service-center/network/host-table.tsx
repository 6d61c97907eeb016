import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import type { NetworkHost } from '../../../../contract/network.ts';
import { nameOf } from './use-host-checks.ts';
import { useNetworkWords } from './use-network-words.ts';

interface HostTableProps {
  hosts: readonly NetworkHost[];
  /** What stands in the last column, and below a host. */
  check: (host: NetworkHost) => ReactNode;
  below?: (host: NetworkHost) => ReactNode;
}

/** The hosts that the telephone system connects to. */
export function HostTable({ hosts, check, below }: HostTableProps) {
  const { t } = useLingui();
  const words = useNetworkWords();
  const names = { protocol: t`Protocol`, needed: t`Needed for`, inspection: t`TLS inspection` };
  return (
    <table className="listed stacked hosts">
      <thead>
        <tr>
          <th scope="col">
            <Trans>Host and port</Trans>
          </th>
          <th scope="col">{names.protocol}</th>
          <th scope="col">{names.needed}</th>
          <th scope="col">{names.inspection}</th>
          <th scope="col">
            <Trans>Check</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {hosts.map((host) => (
          <Fragment key={nameOf(host)}>
            <tr>
              <th scope="row">
                <code>{nameOf(host)}</code>
              </th>
              <td data-name={names.protocol}>{words.protocolOf(host)}</td>
              <td data-name={names.needed}>{words.neededFor(host)}</td>
              <td data-name={names.inspection}>{words.inspectionOf(host)}</td>
              <td>{check(host)}</td>
            </tr>
            {below?.(host)}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
