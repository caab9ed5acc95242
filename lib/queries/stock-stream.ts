/** Stock pushed to open pages (interface.md: Where TanStack Query belongs). It knows no visitor. */

import 'server-only';
import { database } from '@/db';
import { getStock } from '@/lib/domain/catalog/get-stock';
import { readStockNews, STOCK_CHANNEL } from '@/lib/domain/catalog/stock-news-rules';
import { isDraining, whenDraining } from '@/lib/draining';
import { createStockFeed, type StockFeed } from '@/lib/stock-feed';
import { stockAnswer } from '@/lib/views/stock';

/** Beyond these a page asks every two seconds instead. */
const MOST_STREAMS = 1_000;
const MOST_OF_AN_ADDRESS = 20;

/** News can be lost: with this nobody sees an older number for longer than 3 s all the same. */
const LOOK_EVERY_MS = 2_500;
/** A line without a meaning, by which proxies and both ends notice that the other is there. */
const BEATS_BETWEEN_SIGNS = 6;
const RECONNECT_MS = 2_000;
/** Events that a reader has not taken; a slower one reconnects and is told the present numbers. */
const MOST_UNREAD = 50;

interface LiveStock {
  feed: StockFeed;
  /** Each ends one stream. */
  open: Map<() => void, { address: string; sign: () => void }>;
}

// One a process: Next loads a module once a bundle.
const holder = globalThis as typeof globalThis & { jangteoLiveStock?: LiveStock };

/**
 * A stream of Server-Sent Events, each a `StockAnswer` of what changed; the first says all.
 *
 * @param address whom the stream counts to
 * @returns null when there are too many already or the process is stopping
 */
export function openStockStream(ids: number[], address: string): ReadableStream | null {
  const { feed, open } = liveStock();
  const ofAddress = [...open.values()].filter((stream) => stream.address === address).length;
  if (isDraining() || open.size >= MOST_STREAMS || ofAddress >= MOST_OF_AN_ADDRESS) return null;

  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        if ((controller.desiredSize ?? 0) < -MOST_UNREAD) end();
        else controller.enqueue(encoder.encode(text));
      };
      write(`retry: ${RECONNECT_MS}\n\n`);
      const leave = feed.watch(ids, (changed) =>
        write(`data: ${JSON.stringify(stockAnswer(changed, new Date()))}\n\n`),
      );
      end = () => {
        leave();
        if (open.delete(end)) controller.close();
      };
      open.set(end, { address, sign: () => write(':\n\n') });
    },
    cancel() {
      // Closed from the other side: there is nothing left to close here.
      open.delete(end);
      end();
    },
  });
}

function liveStock(): LiveStock {
  holder.jangteoLiveStock ??= startLiveStock();
  return holder.jangteoLiveStock;
}

function startLiveStock(): LiveStock {
  const feed = createStockFeed((productIds) => getStock(database(), productIds));
  const open: LiveStock['open'] = new Map();
  // The driver listens again when its connection is lost. Without it the look below does.
  void database()
    .sql.listen(STOCK_CHANNEL, (text) => feed.look(readStockNews(text)))
    .catch(() => undefined);
  let beats = 0;
  setInterval(() => {
    feed.look('any');
    beats += 1;
    if (beats % BEATS_BETWEEN_SIGNS === 0) for (const { sign } of open.values()) sign();
  }, LOOK_EVERY_MS).unref();
  whenDraining(() => {
    for (const end of open.keys()) end();
  });
  return { feed, open };
}
