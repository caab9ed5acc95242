import { loadQueries } from '@/components/live/load-queries';
import type { Locale } from '@/lib/i18n/locales';
import type { EntryRowsView } from '@/lib/views/wallet';

/** Fetches the next older page and answers all pages so far. */
export type EntryReader = () => Promise<readonly EntryRowsView[]>;

/**
 * Reads on in a history from a page that the server made.
 * @param choice which entries, as the query of the page's address
 * @throws when nothing can be fetched; the reader does too
 */
export async function readEntries(
  first: EntryRowsView,
  { locale, choice }: { locale: Locale; choice: string },
): Promise<EntryReader> {
  const queries = await loadQueries();
  if (!queries) throw new Error('no network');
  const { client, InfiniteQueryObserver } = queries;
  const observer = new InfiniteQueryObserver(client, {
    queryKey: ['entries', locale, choice, first],
    queryFn: ({ pageParam }) => fetchEntries(pageParam, { locale, choice }),
    initialPageParam: null as number | null,
    initialData: { pages: [first], pageParams: [null] },
    getNextPageParam: ({ olderBefore }) => olderBefore,
    // Entries never change.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return async () => {
    const { data, error } = await observer.fetchNextPage();
    if (error) throw error;
    return data?.pages ?? [first];
  };
}

async function fetchEntries(
  before: number | null,
  { locale, choice }: { locale: Locale; choice: string },
): Promise<EntryRowsView> {
  const query = new URLSearchParams(choice);
  query.set('locale', locale);
  query.set('before', String(before));
  const response = await fetch(`/api/wallet/entries?${query}`);
  if (!response.ok) throw new Error(`/api/wallet/entries answered ${response.status}`);
  return response.json();
}
