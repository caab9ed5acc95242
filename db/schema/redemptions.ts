import { sql } from 'drizzle-orm';
import { check, index, pgTable, unique } from 'drizzle-orm/pg-core';
import { instant, rowId, won } from './columns';
import { coupons } from './coupons';
import { orders } from './orders';
import { users } from './users';

/** Uses of coupons by orders. A cancelled order gives its use back (`reversed_at`). */
export const redemptions = pgTable(
  'redemptions',
  {
    orderId: rowId('order_id')
      .primaryKey()
      .references(() => orders.id),
    couponId: rowId('coupon_id')
      .notNull()
      .references(() => coupons.id),
    userId: rowId('user_id')
      .notNull()
      .references(() => users.id),
    discount: won('discount').notNull(),
    createdAt: instant('created_at').notNull(),
    reversedAt: instant('reversed_at'),
  },
  (t) => [
    unique('redemptions_coupon_user_order').on(t.couponId, t.userId, t.orderId),
    check('redemptions_discount_not_negative', sql`${t.discount} >= 0`),
    index('redemptions_live').on(t.couponId, t.userId).where(sql`${t.reversedAt} is null`),
  ],
);
