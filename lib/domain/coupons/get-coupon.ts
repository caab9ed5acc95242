import { and, count, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { couponClaims, coupons, couponUsage, redemptions } from '@/db/schema';
import { type CouponTerms, forShopper } from './rules';

/**
 * A coupon's terms with its uses so far, unlocked; null: no coupon has the code, or none for this
 * shopper (`forShopper`).
 * @param code normalised, see `normaliseCouponCode`
 */
export async function getCouponFor(
  db: Database,
  code: string,
  userId: number,
): Promise<{ terms: CouponTerms; use: { total: number; byShopper: number } } | null> {
  const row = await findFor(db, code, userId);
  if (!row) return null;
  const [uses] = await db.orm
    .select({ byShopper: count() })
    .from(redemptions)
    .where(
      and(
        eq(redemptions.couponId, row.id),
        eq(redemptions.userId, userId),
        isNull(redemptions.reversedAt),
      ),
    );
  return {
    terms: row,
    use: { total: row.used, byShopper: uses?.byShopper ?? 0 },
  };
}

/**
 * Whether a coupon has the code for this shopper, usable or not.
 * @param code normalised, see `normaliseCouponCode`
 * @param userId null: nobody is signed in
 */
export async function getCouponExists(
  db: Database,
  code: string,
  userId: number | null,
): Promise<boolean> {
  return (await findFor(db, code, userId)) !== null;
}

async function findFor({ orm }: Database, code: string, userId: number | null) {
  const [row] = await orm
    .select({
      ...getTableColumns(coupons),
      used: couponUsage.used,
      totalLimit: couponUsage.totalLimit,
      claimLimit: couponUsage.claimLimit,
      hasClaimed: sql<boolean>`${couponClaims.userId} is not null`,
    })
    .from(coupons)
    .innerJoin(couponUsage, eq(couponUsage.couponId, coupons.id))
    .leftJoin(
      couponClaims,
      and(
        eq(couponClaims.couponId, coupons.id),
        // No user has the number 0.
        eq(couponClaims.userId, userId ?? 0),
      ),
    )
    .where(eq(coupons.code, code));
  return row ? forShopper(row, row.hasClaimed) : null;
}
