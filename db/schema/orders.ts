import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { instant, rowId, won } from './columns';
import { coupons } from './coupons';
import { users } from './users';

export const orderStatus = pgEnum('order_status', ['paid', 'fulfilled', 'cancelled']);

/** Why a coupon did not apply (spec.md: Coupon). */
export const couponReason = pgEnum('coupon_reason', [
  'NOT_FOUND',
  'DISABLED',
  'NOT_STARTED',
  'EXPIRED',
  'MIN_ORDER',
  'TOTAL_LIMIT',
  'PER_SHOPPER_LIMIT',
]);

/** Paid orders. Delivery and coupon outcome are copies: later edits never change a receipt. */
export const orders = pgTable(
  'orders',
  {
    id: rowId('id').primaryKey().generatedByDefaultAsIdentity(),
    userId: rowId('user_id')
      .notNull()
      .references(() => users.id),
    status: orderStatus('status').notNull().default('paid'),
    subtotal: won('subtotal').notNull(),
    discount: won('discount').notNull(),
    total: won('total').notNull(),
    /** Of all lines, so that figures over many orders need not read those. */
    units: integer('units').notNull(),
    /** The most that the shopper had accepted to pay at the press (spec.md: Confirmed total). */
    acceptedTotal: won('accepted_total').notNull(),
    /** The code as the shopper gave it, normalised; null: none given. */
    couponCode: text('coupon_code'),
    /** The coupon that gave the discount; null: none applied. */
    couponId: rowId('coupon_id').references(() => coupons.id),
    /** Why the given code did not apply; null: it did, or none was given. */
    couponReason: couponReason('coupon_reason'),
    /** Won missing to the coupon's minimum. */
    couponGap: won('coupon_gap'),
    /** Won that the coupon would have taken off, where that can be computed. */
    missedDiscount: won('missed_discount'),
    recipient: text('recipient').notNull(),
    phone: text('phone').notNull(),
    address: text('address').notNull(),
    placedAt: instant('placed_at').notNull(),
    /** The Seoul day of `placed_at`. */
    placedDay: date('placed_day', { mode: 'string' })
      .notNull()
      .generatedAlwaysAs(sql`(placed_at at time zone 'Asia/Seoul')::date`),
    cancelledAt: instant('cancelled_at'),
    cancelledDay: date('cancelled_day', { mode: 'string' }).generatedAlwaysAs(
      sql`(cancelled_at at time zone 'Asia/Seoul')::date`,
    ),
    cancelledByUserId: rowId('cancelled_by_user_id').references(() => users.id),
    fulfilledAt: instant('fulfilled_at'),
  },
  (t) => [
    check('orders_total_adds_up', sql`${t.total} = ${t.subtotal} - ${t.discount}`),
    check('orders_total_accepted', sql`${t.total} <= ${t.acceptedTotal}`),
    check('orders_discount_range', sql`${t.discount} between 0 and ${t.subtotal}`),
    check('orders_discount_needs_coupon', sql`${t.discount} = 0 or ${t.couponId} is not null`),
    check(
      'orders_coupon_outcome',
      sql`case
        when ${t.couponCode} is null then ${t.couponId} is null and ${t.couponReason} is null
        else num_nonnulls(${t.couponId}, ${t.couponReason}) = 1
      end`,
    ),
    check(
      'orders_status_times',
      sql`(${t.status} = 'cancelled') = (${t.cancelledAt} is not null)
        and (${t.cancelledAt} is null) = (${t.cancelledByUserId} is null)
        and (${t.status} = 'fulfilled') = (${t.fulfilledAt} is not null)`,
    ),
    // Unique, so that an entry of a wallet can name an order of that shopper's.
    uniqueIndex('orders_user').on(t.userId, t.id),
    index('orders_placed_day').on(t.placedDay, t.id),
    index('orders_cancelled_day').on(t.cancelledDay).where(sql`${t.cancelledAt} is not null`),
    // Its days are found without the coupon too, so that what coupons cost reads their orders alone.
    index('orders_coupon').on(t.couponId, t.placedDay).where(sql`${t.couponId} is not null`),
  ],
);
