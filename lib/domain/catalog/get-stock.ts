import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { products, stock } from '@/db/schema';
import { withKnownStock } from './stock-rules';

/**
 * Units left of the named products, now, by product id; unknown and unpublished ones are left out.
 * @throws StockNotFoundError when the stock of one cannot be found
 */
export async function getStock(
  { orm }: Database,
  productIds: number[],
): Promise<Map<number, number>> {
  const rows = await orm
    .select({ id: products.id, quantity: stock.quantity })
    .from(products)
    .leftJoin(stock, eq(stock.productId, products.id))
    .where(and(eq(products.published, true), inArray(products.id, productIds)));
  const known = withKnownStock(rows, 'quantity', ({ id }) => id);
  return new Map(known.map(({ id, quantity }) => [id, quantity]));
}
