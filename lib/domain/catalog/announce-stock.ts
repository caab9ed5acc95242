import type { Database } from '@/db/client';
import { STOCK_CHANNEL, writeStockNews } from './stock-news-rules';

/** Many sales, one notification: nobody sees a number change more often than this anyway. */
const GATHER_MS = 200;

const gathered = new WeakMap<Database, Set<number>>();

/**
 * Tells every process that shows open pages which products' stock has changed. Call it after the
 * commit: a NOTIFY inside a transaction takes a lock of the whole database until it has committed,
 * and checkouts would go one by one. The process gathers what changes and sends it in a statement of
 * its own. News can be lost, with the process or the database; whoever listens looks by itself too.
 */
export function announceStock(db: Database, productIds: Iterable<number>): void {
  const waiting = gathered.get(db);
  const changed = waiting ?? new Set<number>();
  for (const productId of productIds) changed.add(productId);
  if (waiting || changed.size === 0) return;
  gathered.set(db, changed);
  setTimeout(() => {
    gathered.delete(db);
    const news = writeStockNews(changed);
    // Whatever goes wrong with the news must not fail what they are about.
    void db.sql`select pg_notify(${STOCK_CHANNEL}, ${news})`.catch(() => undefined);
  }, GATHER_MS).unref();
}
