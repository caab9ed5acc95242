import type { TransactionSql } from '@/db/client';
import { orderAmounts } from '../orders/order-amounts';
import type { SalesPeriod } from './period-rules';
import { bucketSeconds } from './period-rules';

/** Which sales are counted, and from which instant they are looked at. Null: all of them. */
export interface SalesScope {
  productId: number | null;
  /** Code of the coupon that took something off. */
  couponCode: string | null;
  /** Where an order stood at `asOf`. */
  status: 'paid' | 'fulfilled' | 'cancelled' | null;
  /** What happened later is not known yet: an order cancelled after it still stands. */
  asOf: Date;
}

/** The parts of a statement over the orders of a scope. */
export function inScope(sql: TransactionSql, scope: SalesScope) {
  const { productId, couponCode, status, asOf } = scope;
  const cancelled = sql`coalesce(o.cancelled_at <= ${asOf}, false)`;
  const fulfilled = sql`coalesce(o.fulfilled_at <= ${asOf}, false)`;
  const standing = {
    cancelled,
    fulfilled,
    paid: sql`not ${cancelled} and not ${fulfilled}`,
  };
  const line = productId === null ? sql`` : sql`and l.product_id = ${productId}`;
  return {
    ...orderAmounts(sql, productId),
    /** Nothing is left out. */
    all: productId === null && couponCode === null && status === null,
    /** Lines as `l` with their order as `o`. */
    lines: sql`orders o join order_lines l on l.order_id = o.id ${line}`,
    cancelled,
    /** Begins with `and`: what else an order must be. */
    only: sql`${
      couponCode === null
        ? sql``
        : sql`and o.coupon_id = (select id from coupons where code = ${couponCode})`
    } ${status === null ? sql`` : sql`and ${standing[status]}`}`,
  };
}

/** Orders placed in a period. */
export function placedIn(sql: TransactionSql, { from, to, until }: SalesPeriod) {
  return sql`o.placed_day between ${from} and ${to} and o.placed_at <= ${until}`;
}

/** Orders cancelled in a period. */
export function cancelledIn(sql: TransactionSql, { from, to, until }: SalesPeriod) {
  return sql`o.cancelled_day between ${from} and ${to} and o.cancelled_at <= ${until}`;
}

/** The number, from 0, of the period's hour, day or week that an instant lies in. */
export function bucketOf(
  sql: TransactionSql,
  period: SalesPeriod,
  instant: 'placed' | 'cancelled' | 'created',
) {
  const column = {
    placed: sql`o.placed_at`,
    cancelled: sql`o.cancelled_at`,
    created: sql`created_at`,
  }[instant];
  // `extract` would count in decimals of any length, which takes several times as long.
  return sql`floor(date_part('epoch', ${column} - ${period.start}::timestamptz)
    / ${bucketSeconds(period)}::int)::int`;
}
