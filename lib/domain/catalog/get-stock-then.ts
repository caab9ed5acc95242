import type { Database } from '@/db/client';
import type { Won } from '../money';

/** A product as it stood at an instant, from its stock movements and orders alone. */
export interface StockThen {
  /** Units on the shelf. */
  quantity: number;
  /** The last movement that counts; the ones after it had not happened. */
  lastMovementId: number;
  /** Units sold until then, less those of orders cancelled until then. */
  units: number;
  /** Won after discounts, of the same. */
  revenue: Won;
  /** The last order until then: what a unit cost in it. Null: none had come. */
  lastSale: { orderId: number; unitPrice: Won; placedAt: Date } | null;
}

/**
 * Looks a product up as it stood at an instant (admin.md: Products and stock).
 *
 * The books are cut after the last movement that was made by then, in the order in which they were
 * written: what is shown is a state that the shelf was in, also when two movements of the same
 * moment were written the other way round.
 *
 * @returns null when the product had not come in yet
 */
export async function getStockThen(
  { sql }: Database,
  productId: number,
  at: Date,
): Promise<StockThen | null> {
  const until = at.toISOString();
  const [cuts, sales, last] = await Promise.all([
    sql<{ id: number; quantity: number }[]>`
      select id, quantity_after as quantity from stock_movements
      where product_id = ${productId} and created_at <= ${until}
      order by id desc limit 1`,
    sql<{ units: number; revenue: Won }[]>`
      select coalesce(sum(l.quantity), 0)::int as units,
        coalesce(sum(l.unit_price * l.quantity - l.discount_share), 0)::bigint as revenue
      from order_lines l join orders o on o.id = l.order_id
      where l.product_id = ${productId} and o.placed_at <= ${until}
        and (o.cancelled_at is null or o.cancelled_at > ${until})`,
    sql<{ orderId: number; unitPrice: Won; placedAt: string }[]>`
      select l.order_id as "orderId", l.unit_price as "unitPrice", o.placed_at as "placedAt"
      from order_lines l join orders o on o.id = l.order_id
      where l.product_id = ${productId} and o.placed_at <= ${until}
      order by l.order_id desc limit 1`,
  ]);
  const [cut] = cuts;
  if (!cut) return null;
  const { units = 0, revenue = 0 } = sales[0] ?? {};
  const lastSale = last[0] ? { ...last[0], placedAt: new Date(last[0].placedAt) } : null;
  return { quantity: cut.quantity, lastMovementId: cut.id, units, revenue, lastSale };
}
