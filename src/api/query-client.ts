import { QueryCache, QueryClient, useQuery, type QueryKey, type UseQueryOptions } from '@tanstack/react-query';
import { paths } from '../paths.ts';
import { ApiProblem } from './request.ts';

/** A session that is over while somebody works: to the sign-in, and back afterwards. */
function onError(error: unknown): void {
  if (!(error instanceof ApiProblem) || error.problem !== 'not-signed-in') return;
  const { pathname, search } = window.location;
  if (pathname !== paths.signIn() && pathname !== paths.setUp()) window.location.assign(paths.signIn(pathname + search));
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => (query.state.data === undefined ? undefined : onError(error)) }),
  defaultOptions: {
    queries: { retry: false, staleTime: 30_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always', onError },
  },
});

/** The data of a query that the route's loader has fetched. */
export function usePrefetched<T, Key extends QueryKey>(options: UseQueryOptions<T, Error, T, Key>): T {
  const { data } = useQuery(options);
  if (data === undefined) throw new Error(`Nothing was prefetched for ${JSON.stringify(options.queryKey)}: add it to the loader of this route.`);
  return data;
}
