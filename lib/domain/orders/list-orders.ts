import type { Database, TransactionSql } from '@/db/client';
import type { Won } from '../money';
import type { OrderStatus } from './cancel-rules';
import { orderAmounts } from './order-amounts';
import {
  dayOf,
  findSearched,
  orderConditions,
  type SearchFinds,
  standing,
} from './order-conditions';
import type { OrderFilter, OrderKey } from './order-filter-rules';

export interface ListedOrder {
  orderId: number;
  placedAt: Date;
  cancelledAt: Date | null;
  status: OrderStatus;
  customerId: number;
  customer: string;
  /** With a product in the filter: its units, and likewise its won. */
  units: number;
  /** Before discounts. */
  subtotal: Won;
  discount: Won;
  total: Won;
  /** Where a page that ends with this order goes on. */
  key: OrderKey;
}

/** What all orders of a filter come to; with a product, what its lines of them do. */
export interface OrderSums {
  orders: number;
  /** Of them cancelled by now. */
  cancelled: number;
  units: number;
  subtotal: Won;
  discount: Won;
  /** Paid: what a cancel gives back. */
  total: Won;
  /** What cancels of these days gave back, whenever the orders were placed; null: not asked for. */
  returned: Won | null;
}

/**
 * One page of the orders that a filter asks for, the newest first, and what all of them come to, of
 * one snapshot (admin.md: Orders and customers). Orders of some days are read with what was given back
 * on these days, so that net sales are found again.
 *
 * @param after the last order of the page before; null: from the newest on
 */
export async function listOrders(
  db: Database,
  filter: OrderFilter,
  after: OrderKey | null,
  limit: number,
): Promise<{ orders: ListedOrder[]; sums: OrderSums }> {
  return db.sql.begin('isolation level repeatable read read only', async (sql) => {
    const [finds] = await Promise.all([
      findSearched(sql, filter),
      // Days, customers and products differ much in how many orders they have: what is right for one
      // is slow for another. A word that every product shares finds all orders, once, in memory.
      sql`
        select set_config('plan_cache_mode', 'force_custom_plan', true),
          set_config('work_mem', '64MB', true)`,
    ]);
    const day = dayOf(sql, filter);
    const { status, cancelledAt } = standing(sql, filter);
    const older = after ? sql`and (${day}, o.id) < (${after.day}::date, ${after.orderId})` : sql``;
    const { orders: counted, gross, discount, paid, units } = orderAmounts(sql, filter.productId);
    const ofDays = filter.dated === 'placed' && (filter.from ?? filter.to) !== null;
    const [orders, sums, returns] = await Promise.all([
      sql<ListedRow[]>`
        select o.id as "orderId", o.placed_at as "placedAt", ${cancelledAt} as "cancelledAt",
          ${status} as status, o.user_id as "customerId", u.name as customer, ${gross} as subtotal,
          ${discount} as discount, ${paid} as total, ${units} as units, ${day}::text as day
        from ${counted} join users u on u.id = o.user_id
        where ${orderConditions(sql, filter, finds)} ${older}
        order by ${day} desc, o.id desc limit ${limit}`,
      sumOrders(sql, filter, finds),
      ofDays ? sumOrders(sql, { ...filter, dated: 'cancelled' }, finds) : null,
    ]);
    return { orders: orders.map(listed), sums: { ...sums, returned: returns?.total ?? null } };
  });
}

interface ListedRow extends Omit<ListedOrder, 'placedAt' | 'cancelledAt' | 'key'> {
  placedAt: string;
  cancelledAt: string | null;
  day: string;
}

function listed({ placedAt, cancelledAt, day, ...order }: ListedRow): ListedOrder {
  return {
    ...order,
    placedAt: new Date(placedAt),
    cancelledAt: cancelledAt === null ? null : new Date(cancelledAt),
    key: { day, orderId: order.orderId },
  };
}

async function sumOrders(
  sql: TransactionSql,
  filter: OrderFilter,
  finds: SearchFinds | null,
): Promise<Omit<OrderSums, 'returned'>> {
  const { orders, gross, discount, paid, units } = orderAmounts(sql, filter.productId);
  const { cancelledAt } = standing(sql, filter);
  const [sums] = await sql<Omit<OrderSums, 'returned'>[]>`
    select count(*)::int as orders, count(${cancelledAt})::int as cancelled,
      coalesce(sum(${units}), 0)::int as units,
      coalesce(sum(${gross}), 0)::bigint as subtotal,
      coalesce(sum(${discount}), 0)::bigint as discount,
      coalesce(sum(${paid}), 0)::bigint as total
    from ${orders} where ${orderConditions(sql, filter, finds)}`;
  if (!sums) throw new Error('sums without a row');
  return sums;
}
