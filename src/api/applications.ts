import { queryOptions } from '@tanstack/react-query';
import { api } from '../../contract/addresses.ts';
import type { Application, ApplicationUse } from '../../contract/applications.ts';
import type { Listed } from './checks.ts';
import { requestJson } from './request.ts';

/** How many of those who use an application are named; of more their number is said. */
const namedAtOnce = 21;

/** The Microsoft applications in use, by anybody. */
export const allApplicationsQuery = queryOptions({
  queryKey: ['applications'],
  queryFn: async ({ signal }) => (await requestJson<{ items: Application[] }>(api.applications, { signal })).items,
});

/** Those that somebody signs in with by a secret. */
export const applicationsQuery = queryOptions({ ...allApplicationsQuery, select: (all) => all.filter(({ uses }) => uses > 0) });

/** The first ones who sign in with an application. */
export const applicationUsesQuery = ({ cloud, tenantId, applicationId }: Pick<Application, 'cloud' | 'tenantId' | 'applicationId'>) =>
  queryOptions({
    queryKey: ['applications', cloud, tenantId.trim().toLowerCase(), applicationId.trim().toLowerCase()],
    queryFn: ({ signal }) => requestJson<Listed<ApplicationUse>>(`${api.applicationUses(cloud, tenantId.trim(), applicationId.trim())}?page[size]=${namedAtOnce}`, { signal }),
  });
