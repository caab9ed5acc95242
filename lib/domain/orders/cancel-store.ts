import { and, eq, isNull, sql } from 'drizzle-orm';
import { orders, redemptions } from '@/db/schema';
import type { Transaction } from '../transaction';

/**
 * `holdAccount` of whoever placed an order, before the order itself is locked: a cancel that holds it
 * would wait for the wallet, whose closing waits for the order.
 */
export async function holdOwner({ orm }: Transaction, orderId: number): Promise<void> {
  await orm.execute(sql`
    select from users where id = (select user_id from orders where id = ${orderId}) for key share`);
}

/** Locks an order until the transaction ends; null: there is none. */
export async function lockOrder({ orm }: Transaction, orderId: number) {
  const [order] = await orm.select().from(orders).where(eq(orders.id, orderId)).for('update');
  return order ?? null;
}

/**
 * Locks the stock of an order's products by ascending id, like every command.
 * @returns the products
 */
export async function lockStockOf({ orm }: Transaction, orderId: number): Promise<number[]> {
  const rows: { product_id: number }[] = await orm.execute(sql`
    select product_id from stock
    where product_id in (select product_id from order_lines where order_id = ${orderId})
    order by product_id for update`);
  return rows.map(({ product_id }) => product_id);
}

/** Puts the order's units back, each with its movement. */
export async function giveStockBack({ orm }: Transaction, orderId: number, now: Date) {
  await orm.execute(sql`
    with back as (
      update stock set quantity = stock.quantity + l.quantity
      from order_lines l
      where l.order_id = ${orderId} and stock.product_id = l.product_id
      returning stock.product_id, l.quantity as delta, stock.quantity as quantity_after
    )
    insert into stock_movements (product_id, kind, delta, quantity_after, order_id, created_at)
    select product_id, 'return', delta, quantity_after, ${orderId}, ${now.toISOString()}
    from back order by product_id`);
}

/** Gives the use of a coupon back, once. Its counter is locked by this change, after the stock. */
export async function giveCouponBack({ orm }: Transaction, orderId: number, now: Date) {
  const reversed = await orm
    .update(redemptions)
    .set({ reversedAt: now })
    .where(and(eq(redemptions.orderId, orderId), isNull(redemptions.reversedAt)))
    .returning({ couponId: redemptions.couponId });
  for (const { couponId } of reversed) {
    await orm.execute(sql`update coupon_usage set used = used - 1 where coupon_id = ${couponId}`);
  }
}

export async function markCancelled(
  { orm }: Transaction,
  orderId: number,
  byUserId: number,
  now: Date,
): Promise<void> {
  await orm
    .update(orders)
    .set({ status: 'cancelled', cancelledAt: now, cancelledByUserId: byUserId })
    .where(eq(orders.id, orderId));
}

/**
 * Takes a cancelled order out of the sales history of the day it was placed (spec.md: Popular);
 * run after `markCancelled`, so that the latest sale is one that still counts. Where a later one is
 * known it stays: to look for the latest is to go through all that a product ever sold.
 */
export async function correctSalesHistory({ orm }: Transaction, orderId: number): Promise<void> {
  await orm.execute(sql`
    with gone as (
      select o.placed_at, o.placed_day, l.product_id, l.quantity,
        l.unit_price * l.quantity - l.discount_share as revenue
      from order_lines l join orders o on o.id = l.order_id
      where o.id = ${orderId}
    )
    update sales_rollup r set
      units = r.units - g.quantity,
      revenue = r.revenue - g.revenue,
      last_sold_at = case when r.last_sold_at > g.placed_at then r.last_sold_at else (
        select max(o.placed_at)
        from order_lines l join orders o on o.id = l.order_id
        where l.product_id = g.product_id and o.placed_day = g.placed_day
          and o.status <> 'cancelled'
      ) end
    from gone g
    where r.day = g.placed_day and r.product_id = g.product_id`);
}
