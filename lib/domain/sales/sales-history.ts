import type { TransactionSql } from '@/db/client';
import { seoulDay } from '../seoul-day';
import type { SalesScope } from './sales-scope';

/**
 * Sales of whole days by product, less what was cancelled, as rows of `product_id`, `units`,
 * `revenue` and `latest` to be added up: from the history that the shop keeps by day, which is far
 * shorter than its lines. It knows the present alone, so the few orders that came or were cancelled
 * after the instant, as they do while a page is read, are put back.
 *
 * @param days the first and the last, both counted in
 */
export function salesHistory(
  sql: TransactionSql,
  days: { from: string; to: string },
  { productId, asOf }: Pick<SalesScope, 'productId' | 'asOf'>,
) {
  const since = seoulDay(asOf);
  const line = productId === null ? sql`` : sql`and l.product_id = ${productId}`;
  const lines = sql`orders o join order_lines l on l.order_id = o.id ${line}`;
  const paid = sql`l.unit_price * l.quantity - l.discount_share`;
  const inDays = sql`o.placed_day between ${days.from} and ${days.to}`;
  return sql`
    select product_id, units, revenue, last_sold_at as latest from sales_rollup
    where day between ${days.from} and ${days.to}
      ${productId === null ? sql`` : sql`and product_id = ${productId}`}
    union all
    select l.product_id, -l.quantity, -(${paid}), null from ${lines}
    where ${inDays} and o.placed_day >= ${since} and o.placed_at > ${asOf}
      and o.cancelled_at is null
    union all
    select l.product_id, l.quantity, ${paid}, o.placed_at from ${lines}
    where ${inDays} and o.placed_at <= ${asOf}
      and o.cancelled_day >= ${since} and o.cancelled_at > ${asOf}`;
}
