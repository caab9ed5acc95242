import { parseStockIds, type StockAnswer } from '@/lib/views/stock';
import { client, QueryObserver } from './query-client';

export type Stock = StockAnswer['stock'];

/** While nothing is pushed. */
const askEveryMs = 2_000;
/** After the shop refused a stream. */
const tryAgainMs = 30_000;

const watched = new Set<readonly number[]>();
/** What this document wants to hear of, and its place among the tabs that want a stream. */
let wanted = '';
let place = new AbortController();
let pushed = false;

async function askStock(ids: readonly number[]): Promise<Stock> {
  const response = await fetch(`/api/stock?ids=${ids.join()}`);
  if (!response.ok) throw new Error(`/api/stock answered ${response.status}`);
  const { stock }: StockAnswer = await response.json();
  return stock;
}

/**
 * Tells the units left of products while the page is in sight: pushed by the shop, or asked for
 * every 2 s where nothing comes through. When asking fails too, the last known numbers stay.
 *
 * @returns ends it
 */
export function watchStock(ids: readonly number[], tell: (stock: Stock) => void): () => void {
  const observer = new QueryObserver<Stock>(client, {
    queryKey: ['stock', ids],
    queryFn: () => askStock(ids),
    refetchInterval: () => (pushed ? false : askEveryMs),
    refetchOnWindowFocus: true,
  });
  const stop = observer.subscribe(({ data }) => data && tell(data));
  watched.add(ids);
  keepStream();
  document.addEventListener('visibilitychange', keepStream);
  return () => {
    stop();
    watched.delete(ids);
    keepStream();
  };
}

/**
 * Takes a place for a stream, another one or none: a hidden page needs none. Over HTTP/1.1 a browser has
 * six connections to the shop for all of its tabs, so one of them streams, and the others ask until it is
 * their turn. Where the shop is served by plain http, a browser has no locks.
 */
function keepStream(): void {
  const inSight = document.visibilityState === 'visible';
  const ids = inSight ? [...new Set([...watched].flat())].sort((a, b) => a - b).join() : '';
  if (ids === wanted) return;
  place.abort();
  pushed = false;
  wanted = ids;
  if (!parseStockIds(ids)) return;
  place = new AbortController();
  const { signal } = place;
  const stream = () => holdStream(ids, signal);
  if (!navigator.locks) void stream();
  // Refused only when its place is left before its turn.
  else navigator.locks.request('jangteo-stock', { signal }, stream).catch(() => undefined);
}

/** Streams until its place is left. */
async function holdStream(ids: string, place: AbortSignal): Promise<void> {
  if (place.aborted) return;
  const stream = new EventSource(`/api/stock/stream?ids=${ids}`);
  stream.onmessage = ({ data }) => {
    pushed = true;
    const { stock }: StockAnswer = JSON.parse(data);
    for (const some of watched) {
      client.setQueryData<Stock>(['stock', some], (known) => ({ ...known, ...stock }));
    }
  };
  stream.onerror = () => {
    const refused = stream.readyState === EventSource.CLOSED;
    if (pushed || refused) {
      pushed = false;
      // From here on it is asked for, at once.
      void client.invalidateQueries({ queryKey: ['stock'] });
    }
    if (refused) setTimeout(startAnew, tryAgainMs);
  };
  const startAnew = () => {
    if (place.aborted) return;
    wanted = '';
    keepStream();
  };
  await new Promise((leave) => place.addEventListener('abort', leave));
  stream.close();
}
