import { isDeepStrictEqual } from 'node:util';
import { eq, getTableColumns } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { coupons, couponUsage } from '@/db/schema';
import { recordAudit } from '../audit/store';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction, type Transaction } from '../transaction';
import type { CouponTerms } from './rules';

export type NewCoupon = Omit<CouponTerms, 'id'>;

type CodeTaken = { code: 'CODE_TAKEN' };

/**
 * Adds a coupon with its counter. The caller normalises the code and checks the terms' shape.
 *
 * @param actorUserId the admin who adds it; null: the sample shop's own
 * @returns `replayed` when the code stands with exactly these terms already, so pressing twice is
 *   pressing once; `CODE_TAKEN` when it promises something else
 */
export async function createCoupon(
  db: Database,
  coupon: NewCoupon,
  actorUserId: number | null,
  now: Date,
): Promise<Outcome<{ couponId: number }, CodeTaken | UnsettledRefusal>> {
  const { totalLimit, claimLimit, ...terms } = coupon;
  const work = async (tx: Transaction): Promise<Outcome<{ couponId: number }, CodeTaken>> => {
    const [row] = await tx.orm
      .insert(coupons)
      .values({ ...terms, createdAt: now })
      .onConflictDoNothing({ target: coupons.code })
      .returning({ couponId: coupons.id });
    if (!row) {
      const taken = await findCoupon(tx, coupon.code);
      const same = taken && isDeepStrictEqual(termsOf(taken), termsOf(coupon));
      return same ? done({ couponId: taken.id }, true) : refused({ code: 'CODE_TAKEN' });
    }
    await tx.orm.insert(couponUsage).values({ couponId: row.couponId, totalLimit, claimLimit });
    if (actorUserId !== null) {
      await recordAudit(tx, {
        actorUserId,
        action: 'coupon.create',
        entity: 'coupon',
        entityId: String(row.couponId),
        after: { ...terms, totalLimit, claimLimit },
        createdAt: now,
      });
    }
    return done(row);
  };
  return inTransaction(db, work, { settlesByKey: true });
}

async function findCoupon({ orm }: Transaction, code: string): Promise<CouponTerms | undefined> {
  const [found] = await orm
    .select({
      ...getTableColumns(coupons),
      totalLimit: couponUsage.totalLimit,
      claimLimit: couponUsage.claimLimit,
    })
    .from(coupons)
    .innerJoin(couponUsage, eq(couponUsage.couponId, coupons.id))
    .where(eq(coupons.code, code));
  return found;
}

/** What a coupon promises, to be compared. */
function termsOf(coupon: NewCoupon): Omit<NewCoupon, 'code'> {
  const { kind, percent, amount, cap, minSubtotal, perShopperLimit, totalLimit, claimLimit } =
    coupon;
  const { startsAt, endsAt, enabled } = coupon;
  const uses = { minSubtotal, perShopperLimit, totalLimit, claimLimit };
  return { kind, percent, amount, cap, ...uses, startsAt, endsAt, enabled };
}
