import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { type ListedProduct, listProducts } from '../catalog/list-products';
import type { Won } from '../money';
import { addDays, type SeoulDay, seoulDay } from '../seoul-day';
import { type RankMove, rankMove } from './popular-rules';

export interface PopularProduct extends ListedProduct {
  /** From 1. */
  rank: number;
  /** Units sold in the window, less units cancelled. */
  units: number;
  revenue: Won;
  /** Against `before`. */
  move: RankMove;
}

export interface PopularProducts {
  /** First and last Seoul day of the window. */
  from: SeoulDay;
  to: SeoulDay;
  /** The window of the same length that ended the day before `from`. */
  before: { from: SeoulDay; to: SeoulDay };
  products: PopularProduct[];
}

/** A sale whose product cannot be looked up: the list fails, an empty one never stands in. */
export class SoldProductNotFoundError extends Error {
  constructor(readonly productIds: number[]) {
    super(`sold product ${productIds.join(', ')} cannot be looked up`);
  }
}

/**
 * What sold best, from the sales history (diagram 인기 상품 조회; spec.md: Popular), and how each moved
 * against the window before, all from one snapshot. Ties: units, then net revenue, then latest sale,
 * then product id. Sold-out products stay; unpublished ones do not.
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
  const before = { from: addDays(from, -days), to: addDays(from, -1) };
  const ranked = sql`
    with sold as (
      select day >= ${from} as recent, product_id, sum(units)::int as units,
        sum(revenue)::bigint as revenue, max(last_sold_at) as last_sold_at
      from sales_rollup
      where day between ${before.from} and ${to}
      group by 1, 2
      having sum(units) > 0
    ), ranked as (
      select s.*, p.id is not null as known, rank() over (
        partition by s.recent
        order by s.units desc, s.revenue desc, s.last_sold_at desc, s.product_id
      )::int as rank
      from sold s left join products p on p.id = s.product_id
      where p.published is not false
    )
    select r.product_id, r.units, r.revenue, r.known, r.rank, b.rank as rank_before
    from ranked r left join ranked b on b.product_id = r.product_id and not b.recent
    where r.recent and r.rank <= ${limit}
    order by r.rank`;
  return db.orm.transaction(
    async (orm) => {
      const sales = await orm.execute<RankedSale>(ranked);
      const missing = sales.filter((sale) => !sale.known).map((sale) => sale.product_id);
      if (missing.length > 0) throw new SoldProductNotFoundError(missing);

      const ids = sales.map((sale) => sale.product_id);
      const listed =
        ids.length > 0
          ? (await listProducts({ orm }, { ids, perPage: ids.length }, now)).products
          : [];
      const byId = new Map(listed.map((product) => [product.id, product]));
      const products = sales.flatMap(({ product_id, units, revenue, rank, rank_before }) => {
        const product = byId.get(product_id);
        return product
          ? [{ ...product, rank, units, revenue, move: rankMove(rank, rank_before) }]
          : [];
      });
      return { from, to, before, products };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

type RankedSale = {
  product_id: number;
  units: number;
  revenue: Won;
  known: boolean;
  rank: number;
  /** In the window before; null: it did not sell then. */
  rank_before: number | null;
};
