import type { Database } from '@/db/client';
import { coupons, couponUsage } from '@/db/schema';
import { recordAudit } from '../audit/store';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction } from '../transaction';
import type { CouponTerms } from './rules';

export type NewCoupon = Omit<CouponTerms, 'id'>;

/**
 * Adds a coupon with its counter. The caller normalises the code and checks the terms' shape.
 * @param actorUserId the admin who adds it; null: the sample shop's own
 */
export async function createCoupon(
  db: Database,
  { totalLimit, ...terms }: NewCoupon,
  actorUserId: number | null,
  now: Date,
): Promise<Outcome<{ couponId: number }, { code: 'CODE_TAKEN' } | UnsettledRefusal>> {
  return inTransaction<{ couponId: number }, { code: 'CODE_TAKEN' }>(db, async (tx) => {
    const [row] = await tx.orm
      .insert(coupons)
      .values({ ...terms, createdAt: now })
      .onConflictDoNothing({ target: coupons.code })
      .returning({ couponId: coupons.id });
    if (!row) return refused({ code: 'CODE_TAKEN' });
    await tx.orm.insert(couponUsage).values({ couponId: row.couponId, totalLimit });
    if (actorUserId !== null) {
      await recordAudit(tx, {
        actorUserId,
        action: 'coupon.create',
        entity: 'coupon',
        entityId: String(row.couponId),
        after: { ...terms, totalLimit },
        createdAt: now,
      });
    }
    return done(row);
  });
}
