import { useLingui } from '@lingui/react/macro';
import type { Network } from '../../../../contract/network.ts';
import type { Cells } from './sheet-text.ts';
import { useNetworkWords } from './use-network-words.ts';

/** The whole sheet as a table, to be handed over. */
export function useSheetCells({ hosts, browser }: Network): Cells {
  const { t } = useLingui();
  const words = useNetworkWords();
  const [machine, people] = [t`the telephone system`, t`the administrators’ browsers`];
  return [
    [t`From`, t`Host`, t`Port`, t`Protocol`, t`Needed for`, t`TLS inspection`],
    ...hosts.map((host) => [machine, host.host, `${host.port}/TCP`, words.protocolOf(host), words.neededFor(host), words.inspectionOf(host)]),
    ...browser.map(({ host, purpose }) => [people, host, '443/TCP', 'HTTPS', words.browser[purpose], t`up to you`]),
  ];
}
