import type { Database } from '@/db/client';
import type { ProductChoice } from './product-choice-rules';
import { productConditions } from './product-conditions';
import { stockThen } from './stock-then';

/** Where a page of the stock list ended: quantities repeat, so the product's number decides. */
export interface StockKey {
  quantity: number;
  productId: number;
}

export interface StockRow extends StockKey {
  nameKo: string;
  nameEn: string;
  /** Whether shoppers see it now; the books do not say whether they did. */
  published: boolean;
}

/**
 * Products with their stock, the emptiest first (admin.md: Products and stock), and how many they are.
 *
 * @param after the key of the page before
 * @param limit rows at most
 * @param at as the shelves stood then, by the movements alone (`getStockThen`), without the products
 *   that had not come in; null: now
 */
export async function listStock(
  db: Database,
  choice: ProductChoice,
  { after, limit }: { after: StockKey | null; limit: number },
  at: Date | null,
): Promise<{ rows: StockRow[]; count: number }> {
  return db.sql.begin('isolation level repeatable read read only', async (sql) => {
    const held = at === null ? sql`stock` : stockThen(sql, at);
    const chosen = sql`${held} h join products p on p.id = h.product_id
      where ${productConditions(sql, choice)}`;
    const later = after
      ? sql`and (h.quantity, h.product_id) > (${after.quantity}, ${after.productId})`
      : sql``;
    const rows = await sql<StockRow[]>`
      select p.id as "productId", p.name_ko as "nameKo", p.name_en as "nameEn", p.published,
        h.quantity
      from ${chosen} ${later} order by h.quantity, h.product_id limit ${limit}`;
    const [all] = await sql<{ count: number }[]>`select count(*)::int as count from ${chosen}`;
    return { rows: [...rows], count: all?.count ?? 0 };
  });
}
