import { QueryClient, useQuery, type QueryKey, type UseQueryOptions } from '@tanstack/react-query';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 30_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** The data of a query that the route's loader has fetched. */
export function usePrefetched<T, Key extends QueryKey>(options: UseQueryOptions<T, Error, T, Key>): T {
  const { data } = useQuery(options);
  if (data === undefined) throw new Error(`Nothing was prefetched for ${JSON.stringify(options.queryKey)}: add it to the loader of this route.`);
  return data;
}
