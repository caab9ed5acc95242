import { index, pgTable, primaryKey } from 'drizzle-orm/pg-core';
import { instant, rowId } from './columns';
import { coupons } from './coupons';
import { users } from './users';

/** Who has claimed which first-come coupon, once each (spec.md: Coupon; `coupon_usage.claim_limit`). */
export const couponClaims = pgTable(
  'coupon_claims',
  {
    couponId: rowId('coupon_id')
      .notNull()
      .references(() => coupons.id),
    userId: rowId('user_id')
      .notNull()
      .references(() => users.id),
    claimedAt: instant('claimed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.couponId, t.userId] }),
    index('coupon_claims_user').on(t.userId, t.couponId),
  ],
);
