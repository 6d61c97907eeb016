import { useParams } from 'react-router';
import type { ProviderName } from '../../../../contract/external-providers.ts';
import { lastCheckQuery } from '../../../api/checks.ts';
import { emailForwardingQuery } from '../../../api/email-forwarding.ts';
import { providerQuery } from '../../../api/external-providers.ts';
import { functionsQuery } from '../../../api/functions.ts';
import { queryClient } from '../../../api/query-client.ts';
import { NotFound } from '../../../parts/frame/not-found.tsx';
import { nameOfTab } from './provider-tabs.ts';
import { ProviderTab } from './provider-tab.tsx';

const names: readonly ProviderName[] = ['exchange-calendar', 'exchange-directory'];

/** Fetches all that both tabs show; Microsoft is not asked for it. */
export async function loader(): Promise<null> {
  const queries = [functionsQuery, emailForwardingQuery, ...names.map((name) => providerQuery(name)), ...names.map((name) => lastCheckQuery(name))] as const;
  await Promise.all(queries.map((query) => queryClient.ensureQueryData<unknown, Error, unknown, readonly unknown[]>(query as never)));
  return null;
}

/** UC Suite → External Providers Config: two tabs, each with an address. */
export function Component() {
  const name = nameOfTab(useParams()['tab']);
  return name ? <ProviderTab key={name} name={name} /> : <NotFound />;
}
