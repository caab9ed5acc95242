import type { TransactionSql } from '@/db/client';
import { seoulDay } from '../seoul-day';
import type { SalesScope } from './sales-scope';

/**
 * Sales of whole days by product, less what was cancelled by an instant, as rows of `product_id`,
 * `units`, `revenue` and `latest` to be added up. Days before the instant's own come from the history
 * that the shop keeps by day, which is far shorter than its lines; it leaves out whatever has been
 * cancelled since, which is put back.
 *
 * @param days the first and the last, both counted in
 */
export function salesHistory(
  sql: TransactionSql,
  days: { from: string; to: string },
  { productId, asOf }: Pick<SalesScope, 'productId' | 'asOf'>,
) {
  const today = seoulDay(asOf);
  const line = productId === null ? sql`` : sql`and l.product_id = ${productId}`;
  const sold = sql`
    select l.product_id, l.quantity, l.unit_price * l.quantity - l.discount_share, o.placed_at
    from orders o join order_lines l on l.order_id = o.id ${line}
    where o.placed_day between ${days.from} and ${days.to} and o.placed_at <= ${asOf}`;
  return sql`
    select product_id, units, revenue, last_sold_at as latest from sales_rollup
    where day between ${days.from} and ${days.to} and day < ${today}
      ${productId === null ? sql`` : sql`and product_id = ${productId}`}
    union all ${sold} and o.placed_day = ${today} and not coalesce(o.cancelled_at <= ${asOf}, false)
    union all ${sold} and o.placed_day < ${today} and o.cancelled_at > ${asOf}
      and o.cancelled_day >= ${today}`;
}
