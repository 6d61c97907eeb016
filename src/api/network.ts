import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { Network, NetworkCheck, NetworkHost, NetworkPlan } from '../../contract/network.ts';
import { requestJson } from './request.ts';

/** The sheet of what is set up, or of a plan. */
export const networkQuery = (plan: NetworkPlan | null) => {
  const query = plan && new URLSearchParams([['cloud', plan.cloud], ...plan.functions.map((name) => ['function', name])]);
  return queryOptions({ queryKey: ['network', plan], queryFn: ({ signal }) => requestJson<Network>(query ? `${api.network}?${query}` : api.network, { signal }) });
};

/** The check of a host; it is asked for by hand, and kept as long as the console is open. */
export const hostCheckQuery = ({ host, port }: Pick<NetworkHost, 'host' | 'port'>) =>
  queryOptions({
    queryKey: ['network-check', host, port],
    queryFn: ({ signal }) => requestJson<NetworkCheck>(api.networkChecks, { method: 'POST', body: { host, port }, signal }),
    gcTime: Number.POSITIVE_INFINITY,
    enabled: false,
  });
