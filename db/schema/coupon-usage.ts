import { sql } from 'drizzle-orm';
import { check, integer, pgTable } from 'drizzle-orm/pg-core';
import { rowId } from './columns';
import { coupons } from './coupons';

/** The locked counters of a coupon beside their limits: narrow and unreferenced, see `wallets`. */
export const couponUsage = pgTable(
  'coupon_usage',
  {
    couponId: rowId('coupon_id')
      .primaryKey()
      .references(() => coupons.id),
    used: integer('used').notNull().default(0),
    /** Null: no limit over all shoppers. */
    totalLimit: integer('total_limit'),
    claimed: integer('claimed').notNull().default(0),
    /** Shoppers who can claim it; null: nobody has to, whoever knows the code can use it. */
    claimLimit: integer('claim_limit'),
  },
  (t) => [
    check('coupon_usage_used_not_negative', sql`${t.used} >= 0`),
    check('coupon_usage_total_limit_not_negative', sql`${t.totalLimit} >= 0`),
    check('coupon_usage_within_limit', sql`${t.used} <= ${t.totalLimit}`),
    check('coupon_usage_claimed_not_negative', sql`${t.claimed} >= 0`),
    check('coupon_usage_claim_limit_positive', sql`${t.claimLimit} > 0`),
    check('coupon_usage_claimed_within_limit', sql`${t.claimed} <= ${t.claimLimit}`),
    // What was given out can be used.
    check('coupon_usage_claim_limit_within_uses', sql`${t.claimLimit} <= ${t.totalLimit}`),
  ],
);
