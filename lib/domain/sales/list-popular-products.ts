import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { type ListedProduct, listProducts } from '../catalog/list-products';
import type { Won } from '../money';
import { addDays, type SeoulDay, seoulDay } from '../seoul-day';

export interface PopularProduct extends ListedProduct {
  /** From 1. */
  rank: number;
  /** Units sold in the window, less units cancelled. */
  units: number;
  revenue: Won;
}

export interface PopularProducts {
  /** First and last Seoul day of the window. */
  from: SeoulDay;
  to: SeoulDay;
  products: PopularProduct[];
}

/** A sale whose product cannot be looked up: the list fails, an empty one never stands in. */
export class SoldProductNotFoundError extends Error {
  constructor(readonly productIds: number[]) {
    super(`sold product ${productIds.join(', ')} cannot be looked up`);
  }
}

/**
 * What sold best, from the sales history (diagram 인기 상품 조회; spec.md: Popular). Ties: units, then
 * net revenue, then latest sale, then product id. Sold-out products stay; unpublished ones do not.
 *
 * @param days length of the window: today and the Seoul days before it
 * @param limit products at most
 * @throws SoldProductNotFoundError, StockNotFoundError
 */
export async function listPopularProducts(
  db: Database,
  { days, limit }: { days: number; limit: number },
  now: Date,
): Promise<PopularProducts> {
  const to = seoulDay(now);
  const from = addDays(to, 1 - days);
  const sales: { product_id: number; units: number; revenue: number; known: boolean }[] =
    await db.orm.execute(sql`
      with sold as (
        select product_id, sum(units)::int as units, sum(revenue)::bigint as revenue,
          max(last_sold_at) as last_sold_at
        from sales_rollup
        where day between ${from} and ${to}
        group by product_id
        having sum(units) > 0
      )
      select s.product_id, s.units, s.revenue, p.id is not null as known
      from sold s left join products p on p.id = s.product_id
      where p.published is not false
      order by s.units desc, s.revenue desc, s.last_sold_at desc, s.product_id
      limit ${limit}`);
  const missing = sales.filter((sale) => !sale.known).map((sale) => sale.product_id);
  if (missing.length > 0) throw new SoldProductNotFoundError(missing);

  const ids = sales.map((sale) => sale.product_id);
  const listed =
    ids.length > 0 ? (await listProducts(db, { ids, perPage: ids.length }, now)).products : [];
  const byId = new Map(listed.map((product) => [product.id, product]));
  const products = sales.flatMap(({ product_id, units, revenue }, i) => {
    const product = byId.get(product_id);
    return product ? [{ ...product, rank: i + 1, units, revenue }] : [];
  });
  return { from, to, products };
}
