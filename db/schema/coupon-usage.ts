import { sql } from 'drizzle-orm';
import { check, integer, pgTable } from 'drizzle-orm/pg-core';
import { rowId } from './columns';
import { coupons } from './coupons';

/** The locked counter of a coupon beside its limit: narrow and unreferenced, see `wallets`. */
export const couponUsage = pgTable(
  'coupon_usage',
  {
    couponId: rowId('coupon_id')
      .primaryKey()
      .references(() => coupons.id),
    used: integer('used').notNull().default(0),
    /** Null: no limit over all shoppers. */
    totalLimit: integer('total_limit'),
  },
  (t) => [
    check('coupon_usage_used_not_negative', sql`${t.used} >= 0`),
    check('coupon_usage_total_limit_not_negative', sql`${t.totalLimit} >= 0`),
    check('coupon_usage_within_limit', sql`${t.used} <= ${t.totalLimit}`),
  ],
);
