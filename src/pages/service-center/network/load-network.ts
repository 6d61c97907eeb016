import { useQuery } from '@tanstack/react-query';
import type { Network, NetworkPlan } from '../../../../contract/network.ts';
import { networkQuery } from '../../../api/network.ts';
import { queryClient, usePrefetched } from '../../../api/query-client.ts';
import { planOf, wholePlan } from './network-plan.ts';

/** Fetches what the address shows, anew: what is set up may have been changed meanwhile. */
export async function loadNetwork(request: Request): Promise<void> {
  const { configured } = await queryClient.fetchQuery({ ...networkQuery(null), staleTime: 0 });
  const plan = planOf(new URL(request.url).searchParams) ?? (configured ? null : wholePlan);
  if (plan) await queryClient.ensureQueryData(networkQuery(plan));
}

/** What the address shows: the plan, or null for what is set up, with its sheet; while another one is chosen, the one before. */
export function useNetwork(search: URLSearchParams): { configured: boolean; plan: NetworkPlan | null; sheet: Network; error: Error | null; again: () => void } {
  const setUp = usePrefetched(networkQuery(null));
  const plan = planOf(search) ?? (setUp.configured ? null : wholePlan);
  const { data: sheet = setUp, error, refetch } = useQuery({ ...networkQuery(plan), placeholderData: (before) => before });
  return { configured: setUp.configured, plan, sheet, error, again: () => void refetch() };
}
