import { useQuery } from '@tanstack/react-query';
import type { SecretSource } from '../../contract/secret-source.ts';
import type { Secret } from '../../contract/secrets.ts';
import { applicationsQuery, applicationUsesQuery } from '../api/applications.ts';
import { isSameApplication, type Application } from './application-place.ts';
import { useSourceName } from './use-source-name.ts';

export interface OtherApplication extends Application {
  /** Whose secret is taken. */
  source: SecretSource;
  /** How that one is called. */
  name: string;
  /** How many more use it, besides this one and the one who asks. */
  more: number;
  clientSecret: Secret;
}

const none: Application = { cloud: 'global', tenantId: '', applicationId: '' };

/** The applications that others than this one sign in with: each once, by the first who uses it. `own` is null for what is not stored yet, `stored` the application that it has. */
export function useOtherApplications(own: SecretSource | null, stored: Application): readonly OtherApplication[] {
  const nameOf = useSourceName();
  const all = useQuery(applicationsQuery).data ?? [];
  // Where the first one is the one who asks, it is the next that is named.
  const ownFirst = all.find(({ first, uses }) => first.source === own && uses > 1);
  const uses = useQuery({ ...applicationUsesQuery(ownFirst ?? none), enabled: ownFirst !== undefined }).data?.items ?? [];
  const next = uses.find((one) => one.source !== own && one.clientSecret.set) ?? uses.find((one) => one.source !== own);
  return all.flatMap((application) => {
    const { cloud, tenantId, applicationId, uses: count } = application;
    const first = application.first.source === own ? application === ownFirst && next : application.first;
    if (!first) return [];
    const isOwnToo = own !== null && isSameApplication(application, stored);
    return { cloud, tenantId, applicationId, source: first.source, name: nameOf(first), more: count - (isOwnToo ? 2 : 1), clientSecret: first.clientSecret };
  });
}
