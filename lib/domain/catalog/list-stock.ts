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
  { sql }: Database,
  choice: ProductChoice,
  { after, limit }: { after: StockKey | null; limit: number },
  at: Date | null,
): Promise<{ rows: StockRow[]; count: number }> {
  const held = at === null ? sql`stock` : stockThen(sql, at);
  const later = after
    ? sql`where (quantity, "productId") > (${after.quantity}, ${after.productId})`
    : sql``;
  // One statement, because looking back for what every shelf held is the dear part of it.
  const [found] = await sql<{ rows: StockRow[]; count: number }[]>`
    with chosen as materialized (
      select p.id as "productId", p.name_ko as "nameKo", p.name_en as "nameEn", p.published,
        h.quantity
      from ${held} h join products p on p.id = h.product_id
      where ${productConditions(sql, choice)}
    ), page as (
      select * from chosen ${later} order by quantity, "productId" limit ${limit}
    )
    select (select count(*) from chosen)::int as count,
      coalesce((select json_agg(page order by quantity, "productId") from page), '[]') as rows`;
  return found ?? { rows: [], count: 0 };
}
