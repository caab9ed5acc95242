import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { coupons } from '@/db/schema';
import { recordAudit } from '../audit/store';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction } from '../transaction';

/**
 * Switches a coupon on or off (spec.md: Coupon). The caller makes sure that the actor is an admin.
 * @returns `replayed` when it already stood that way
 */
export async function switchCoupon(
  db: Database,
  command: { couponId: number; enabled: boolean; actorUserId: number },
  now: Date,
): Promise<Outcome<null, { code: 'UNKNOWN_COUPON' } | UnsettledRefusal>> {
  const { couponId, enabled, actorUserId } = command;
  return inTransaction<null, { code: 'UNKNOWN_COUPON' }>(
    db,
    async (tx) => {
      const [coupon] = await tx.orm
        .select({ enabled: coupons.enabled, version: coupons.version })
        .from(coupons)
        .where(eq(coupons.id, couponId))
        .for('no key update');
      if (!coupon) return refused({ code: 'UNKNOWN_COUPON' });
      if (coupon.enabled === enabled) return done(null, true);
      const version = coupon.version + 1;
      await tx.orm.update(coupons).set({ enabled, version }).where(eq(coupons.id, couponId));
      await recordAudit(tx, {
        actorUserId,
        action: enabled ? 'coupon.enable' : 'coupon.disable',
        entity: 'coupon',
        entityId: String(couponId),
        before: { enabled: coupon.enabled },
        after: { enabled, version },
        createdAt: now,
      });
      return done(null);
    },
    { settlesByKey: true },
  );
}
