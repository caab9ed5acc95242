import type { TransactionSql } from '@/db/client';
import { seoulDay } from '../seoul-day';
import type { Moment } from './moment';
import type { SalesScope } from './sales-scope';

/**
 * Sales of whole days by product, less what was cancelled by an instant, as rows of `product_id`,
 * `units`, `revenue` and `latest` to be added up. They come from the history that the shop keeps by
 * day, which is far shorter than its lines, but for the day that an earlier moment lies in. What has
 * been cancelled since is put back; what has been sold since now was said is taken off, but for its
 * time: `latest` may lie after the instant.
 *
 * @param days the first and the last, both counted in
 */
export function salesHistory(
  sql: TransactionSql,
  days: { from: string; to: string },
  { productId, asOf, live }: Pick<SalesScope, 'productId'> & Moment,
) {
  const today = seoulDay(asOf);
  const line = productId === null ? sql`` : sql`and l.product_id = ${productId}`;
  const revenue = sql`l.unit_price * l.quantity - l.discount_share`;
  const orders = sql`
    from orders o join order_lines l on l.order_id = o.id ${line}
    where o.placed_day between ${days.from} and ${days.to}`;
  const sold = sql`
    select l.product_id, l.quantity, ${revenue}, o.placed_at ${orders} and o.placed_at <= ${asOf}`;
  return sql`
    select product_id, units, revenue, last_sold_at as latest from sales_rollup
    where day between ${days.from} and ${days.to} ${live ? sql`` : sql`and day < ${today}`}
      ${productId === null ? sql`` : sql`and product_id = ${productId}`}
    union all ${
      live
        ? sql`
            select l.product_id, -l.quantity, -(${revenue}), null ${orders}
              and o.placed_day >= ${today} and o.placed_at > ${asOf} and o.status <> 'cancelled'`
        : sql`${sold} and o.placed_day = ${today} and not coalesce(o.cancelled_at <= ${asOf}, false)`
    }
    union all ${sold} ${live ? sql`` : sql`and o.placed_day < ${today}`} and o.cancelled_at > ${asOf}
      and o.cancelled_day >= ${today}`;
}

/**
 * Runs a statement over that history, whose rows it then fetches page by page: the planner takes the
 * products of a day for neighbours on the disk, and would fetch each on its own. It is planned for its
 * own days: those of 90 are most of the table, which is then read as it lies.
 */
export async function inPageOrder<Rows>(
  sql: TransactionSql,
  read: () => PromiseLike<Rows>,
): Promise<Rows> {
  await sql`
    select set_config('enable_indexscan', 'off', true),
      set_config('plan_cache_mode', 'force_custom_plan', true)`;
  const rows = await read();
  await sql`
    select set_config('enable_indexscan', 'on', true),
      set_config('plan_cache_mode', 'auto', true)`;
  return rows;
}
