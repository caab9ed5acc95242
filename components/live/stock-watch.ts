import { parseStockIds, type StockAnswer } from '@/lib/views/stock';
import { client, QueryObserver } from './query-client';

export type Stock = StockAnswer['stock'];

/** While nothing is pushed. */
const askEveryMs = 2_000;
/** After the shop refused a stream. */
const tryAgainMs = 30_000;

const watched = new Set<readonly number[]>();
/** The one stream of this document, and the products that it is about. */
let stream: EventSource | undefined;
let streamed = '';
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

/** Opens, changes or closes the stream: a browser has few connections, a hidden page needs none. */
function keepStream(): void {
  const inSight = document.visibilityState === 'visible';
  const ids = inSight ? [...new Set([...watched].flat())].sort((a, b) => a - b).join() : '';
  if (ids === streamed) return;
  stream?.close();
  pushed = false;
  streamed = ids;
  if (!parseStockIds(ids)) return;
  const opened = new EventSource(`/api/stock/stream?ids=${ids}`);
  stream = opened;
  opened.onmessage = ({ data }) => {
    pushed = true;
    const { stock }: StockAnswer = JSON.parse(data);
    for (const some of watched) {
      client.setQueryData<Stock>(['stock', some], (known) => ({ ...known, ...stock }));
    }
  };
  opened.onerror = () => {
    if (opened !== stream) return;
    const gone = pushed || opened.readyState === EventSource.CLOSED;
    pushed = false;
    if (!gone) return;
    // From here on it is asked for, at once.
    void client.invalidateQueries({ queryKey: ['stock'] });
    if (opened.readyState === EventSource.CLOSED) setTimeout(startAnew, tryAgainMs);
  };
}

function startAnew(): void {
  if (stream?.readyState !== EventSource.CLOSED) return;
  streamed = '';
  keepStream();
}
