import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { ApplicationDetails } from '../../contract/applications.ts';
import type { Renewal, RenewalInput, RenewalUse, RenewalUseState } from '../../contract/renewal.ts';
import type { Listed } from './checks.ts';
import { requestJson } from './request.ts';

/** An application by its name: cloud, tenant (its GUID or a domain), id. */
export interface Target {
  cloud: string;
  tenantId: string;
  applicationId: string;
}

const usesAtOnce = 50;
const keyOf = ({ cloud, tenantId, applicationId }: Target) => ['applications', 'one', cloud, tenantId.toLowerCase(), applicationId.toLowerCase()];
const of = (address: (cloud: string, tenantId: string, applicationId: string) => string, { cloud, tenantId, applicationId }: Target) => address(cloud, tenantId, applicationId);

/** An application with all that is known of it. */
export const applicationQuery = (target: Target) =>
  queryOptions({
    queryKey: [...keyOf(target), 'details'],
    queryFn: ({ signal }) => requestJson<ApplicationDetails>(of(api.application, target), { signal }),
  });

export const renewalQuery = (target: Target) => queryOptions({ queryKey: [...keyOf(target), 'renewal'], queryFn: ({ signal }) => requestJson<Renewal>(of(api.renewal, target), { signal }) });

/** Those who take part in a renewal and are in one of these states, as it stands in this version. */
export const renewalUsesQuery = (target: Target, { version }: Renewal, states: readonly RenewalUseState[]) =>
  queryOptions({
    queryKey: [...keyOf(target), 'renewal-uses', version, states.join()],
    queryFn: ({ signal }) => requestJson<Listed<RenewalUse>>(`${of(api.renewalUses, target)}?state=${states.join()}&page[size]=${usesAtOnce}`, { signal }),
    placeholderData: (before) => before,
  });

export function startRenewal(target: Target, input: RenewalInput): Promise<Renewal> {
  return requestJson<Renewal>(of(api.renewal, target), { method: 'POST', body: input });
}

/** Cancels a check that is under way; discards a secret that was not switched. */
export function cancelRenewal(target: Target): Promise<Renewal> {
  return requestJson<Renewal>(of(api.renewal, target), { method: 'DELETE' });
}

export function switchAnyway(target: Target): Promise<Renewal> {
  return requestJson<Renewal>(of(api.renewalSwitch, target), { method: 'POST' });
}

export function backToOldSecret(target: Target): Promise<Renewal> {
  return requestJson<Renewal>(of(api.renewalBack, target), { method: 'POST' });
}
