import { InfiniteQueryObserver, QueryClient, QueryObserver } from '@tanstack/react-query';

/** The one TanStack Query client of a document. Import it through `load-queries.ts` only. */
export const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: 1 } },
});
// Listens for the window's focus and the network's return.
client.mount();

export { InfiniteQueryObserver, QueryObserver };
