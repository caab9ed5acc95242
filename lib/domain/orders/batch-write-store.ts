import type { PendingQuery, Row } from 'postgres';
import type { ReservedSql } from '@/db/client';
import { returnKeys } from '../idempotency/batch-store';
import type { AcceptedOrder, OrderRequest } from './batch';
import type { OrderState } from './rules';

/**
 * Flight 2 of protocol.md: everything that the accepted orders change, and the keys of the refused
 * ones given back. One statement: its parts see the same rows and touch different ones, and a shopper
 * has at most one accepted order in a batch. Not sent yet.
 */
export function writeBatch(
  sql: ReservedSql,
  state: OrderState,
  accepted: AcceptedOrder[],
  refusedRequests: OrderRequest[],
): PendingQuery<Row[]> {
  const orders = JSON.stringify(accepted.map(toOrderRow));
  const lines = JSON.stringify(accepted.flatMap(toLineRows));
  const remaining = JSON.stringify(stockLeft(accepted, state));
  return sql`
    with o as materialized (
      select * from json_to_recordset(${orders}::text::json) as o(
        id bigint, user_id bigint, cart_id bigint,
        subtotal bigint, discount bigint, total bigint, accepted_total bigint, balance_after bigint, entry_seq bigint,
        units int, coupon_code text, coupon_id bigint, coupon_reason coupon_reason, coupon_gap bigint,
        missed_discount bigint, recipient text, phone text, address text, placed_at timestamptz)
    ), l as materialized (
      select * from json_to_recordset(${lines}::text::json) as l(
        order_id bigint, product_id bigint, name_ko text, name_en text, unit_price bigint,
        quantity int, discount_share bigint, quantity_after int, placed_at timestamptz)
    ), placed as (
      insert into orders (id, user_id, subtotal, discount, total, units, accepted_total, coupon_code,
        coupon_id, coupon_reason, coupon_gap, missed_discount, recipient, phone, address, placed_at)
      select id, user_id, subtotal, discount, total, units, accepted_total, coupon_code,
        coupon_id, coupon_reason, coupon_gap, missed_discount, recipient, phone, address, placed_at
      from o
    ), placed_lines as (
      insert into order_lines
        (order_id, product_id, name_ko, name_en, unit_price, quantity, discount_share)
      select order_id, product_id, name_ko, name_en, unit_price, quantity, discount_share
      from l
    ), emptied as (
      delete from cart_lines using o where cart_lines.cart_id = o.cart_id
    ), ordered_carts as (
      update carts set last_order_id = o.id, updated_at = o.placed_at
      from o where carts.id = o.cart_id
    ), paid as (
      update wallets set balance = o.balance_after, last_seq = o.entry_seq
      from o where wallets.user_id = o.user_id
    ), payments as (
      insert into wallet_entries
        (user_id, seq, kind, amount, balance_after, actor_user_id, order_id, created_at)
      select user_id, entry_seq, 'payment', -total, balance_after, user_id, id, placed_at
      from o
    ), taken as (
      update stock set quantity = s.quantity
      from json_to_recordset(${remaining}::text::json) as s(product_id bigint, quantity int)
      where stock.product_id = s.product_id
    ), sales as (
      insert into stock_movements
        (product_id, kind, delta, quantity_after, order_id, created_at)
      select product_id, 'sale', -quantity, quantity_after, order_id, placed_at
      from l
    ), used as (
      update coupon_usage set used = used + u.uses
      from (
        select coupon_id, count(*)::int as uses from o
        where coupon_id is not null group by coupon_id
      ) u
      where coupon_usage.coupon_id = u.coupon_id
    ), redeemed as (
      insert into redemptions (order_id, coupon_id, user_id, discount, created_at)
      select id, coupon_id, user_id, discount, placed_at from o where coupon_id is not null
    ), history as (
      insert into sales_rollup (day, product_id, units, revenue, last_sold_at)
      select (placed_at at time zone 'Asia/Seoul')::date, product_id, sum(quantity),
        sum(unit_price * quantity - discount_share), max(placed_at)
      from l
      group by 1, 2
      order by 1, 2
      on conflict (day, product_id) do update set
        units = sales_rollup.units + excluded.units,
        revenue = sales_rollup.revenue + excluded.revenue,
        last_sold_at = greatest(sales_rollup.last_sold_at, excluded.last_sold_at)
    )
    ${returnKeys(sql, 'checkout', refusedRequests)}`;
}

function toOrderRow({ request: { command, now }, orderId, order }: AcceptedOrder) {
  const { coupon } = order;
  return {
    id: orderId,
    user_id: command.userId,
    cart_id: order.cartId,
    subtotal: order.subtotal,
    discount: order.discount,
    total: order.total,
    units: order.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    accepted_total: order.acceptedTotal,
    balance_after: order.balanceAfter,
    entry_seq: order.entrySeq,
    coupon_code: order.couponCode,
    coupon_id: coupon?.usable ? coupon.couponId : null,
    coupon_reason: coupon?.usable === false ? coupon.reason : null,
    coupon_gap: coupon?.usable === false ? coupon.gap : null,
    missed_discount: coupon?.usable === false ? coupon.missedDiscount : null,
    ...command.delivery,
    placed_at: now,
  };
}

function toLineRows({ request: { now }, orderId, order }: AcceptedOrder) {
  return order.lines.map((line, i) => ({
    order_id: orderId,
    product_id: line.productId,
    name_ko: line.nameKo,
    name_en: line.nameEn,
    unit_price: line.unitPrice,
    quantity: line.quantity,
    discount_share: line.discountShare,
    quantity_after: order.stockAfter[i],
    placed_at: now,
  }));
}

/** What is left of every product that the batch sold. */
function stockLeft(accepted: AcceptedOrder[], state: OrderState) {
  const sold = distinct(
    accepted.flatMap(({ order }) => order.lines.map(({ productId }) => productId)),
  );
  return sold.map((productId) => ({
    product_id: productId,
    quantity: state.stock.get(productId),
  }));
}

const distinct = <T>(values: T[]): T[] => [...new Set(values)];
