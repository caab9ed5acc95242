import type { StockNews } from './domain/catalog/stock-news-rules';

type Quantities = ReadonlyMap<number, number>;

/** Who looks at which products, and what each of them was told last. */
export interface StockFeed {
  /**
   * Tells how many units are left, at once and whenever it changes.
   * @param tell gets what is new to this watcher, by product id; what is not for sale is left out
   * @returns ends it
   */
  watch(productIds: readonly number[], tell: (changed: Quantities) => void): () => void;
  /** Looks at products again, as far as anybody watches them. */
  look(news: StockNews): void;
  /** How many watch. */
  size(): number;
}

interface Watcher {
  productIds: readonly number[];
  told: Map<number, number>;
  tell: (changed: Quantities) => void;
}

/**
 * One reading at a time, for everybody who watches: what comes in meanwhile waits for the next one,
 * so nobody is ever told an older number after a newer one.
 *
 * @param read the units left by product id; while it fails everybody keeps what they were told
 */
export function createStockFeed(read: (productIds: number[]) => Promise<Quantities>): StockFeed {
  const watchers = new Set<Watcher>();
  const unread = new Set<number>();
  let reading = false;

  async function readOn(): Promise<void> {
    if (reading) return;
    reading = true;
    while (unread.size > 0) {
      const productIds = [...unread];
      unread.clear();
      const quantities = await read(productIds).catch(() => null);
      if (quantities) for (const watcher of watchers) tellNews(watcher, quantities);
    }
    reading = false;
  }

  return {
    watch(productIds, tell) {
      const watcher: Watcher = { productIds, told: new Map(), tell };
      watchers.add(watcher);
      for (const productId of productIds) unread.add(productId);
      void readOn();
      return () => watchers.delete(watcher);
    },
    look(news) {
      const named = news === 'any' ? null : new Set(news);
      for (const { productIds } of watchers) {
        for (const productId of productIds) {
          if (!named || named.has(productId)) unread.add(productId);
        }
      }
      void readOn();
    },
    size: () => watchers.size,
  };
}

function tellNews({ productIds, told, tell }: Watcher, quantities: Quantities): void {
  const changed = new Map<number, number>();
  for (const productId of productIds) {
    const quantity = quantities.get(productId);
    if (quantity !== undefined && told.get(productId) !== quantity) {
      changed.set(productId, quantity);
    }
  }
  if (changed.size === 0) return;
  for (const [productId, quantity] of changed) told.set(productId, quantity);
  tell(changed);
}
