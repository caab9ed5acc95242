import type { Database } from '@/db/client';
import type { ProductChoice } from './product-choice-rules';
import { productConditions } from './product-conditions';

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
 * Products with their stock, the emptiest first, hidden ones too (admin.md: Products and stock).
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
): Promise<StockRow[]> {
  const held =
    at === null
      ? sql`stock`
      : sql`(select product_id, quantity_after as quantity from stock_movements
          where id in (select max(id) from stock_movements
            where created_at <= ${at.toISOString()} group by product_id))`;
  const later = after
    ? sql`and (h.quantity, h.product_id) > (${after.quantity}, ${after.productId})`
    : sql``;
  return sql<StockRow[]>`
    select p.id as "productId", p.name_ko as "nameKo", p.name_en as "nameEn", p.published, h.quantity
    from ${held} h join products p on p.id = h.product_id
    where ${productConditions(sql, choice)} ${later}
    order by h.quantity, h.product_id
    limit ${limit}`;
}
