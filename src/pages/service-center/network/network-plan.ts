import type { NetworkPlan } from '../../../../contract/network.ts';
import type { NetworkView } from '../../../paths.ts';

const clouds = ['global', 'us-gov-high', 'us-gov-dod', 'china'] as const;
/** The functions in the order in which they are shown. */
export const functions = ['email-forwarding', 'exchange-calendar', 'exchange-directory', 'queue-pilot'] as const;

/** What an untouched system shows: all functions, in the cloud that most have. */
export const wholePlan: NetworkPlan = { cloud: 'global', functions: [...functions] };

/** The plan of an address, without what it does not know; null: what is set up. */
export function planOf(search: URLSearchParams): NetworkPlan | null {
  if (!search.has('cloud')) return null;
  return { cloud: clouds.find((one) => one === search.get('cloud')) ?? 'global', functions: functions.filter((name) => search.getAll('function').includes(name)) };
}

/** The address's part that shows a plan again. */
export function viewOf(plan: NetworkPlan | null): NetworkView {
  return plan ? { cloud: plan.cloud, functions: plan.functions } : {};
}
