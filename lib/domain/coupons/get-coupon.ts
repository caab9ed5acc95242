import { and, count, eq, getTableColumns, isNull } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { coupons, couponUsage, redemptions } from '@/db/schema';
import type { CouponTerms } from './rules';

/**
 * A coupon's terms with its uses so far, unlocked; null: no coupon has the code.
 * @param code normalised, see `normaliseCouponCode`
 */
export async function getCouponFor(
  db: Database,
  code: string,
  userId: number,
): Promise<{ terms: CouponTerms; use: { total: number; byShopper: number } } | null> {
  const [row] = await db.orm
    .select({ ...getTableColumns(coupons), used: couponUsage.used, limit: couponUsage.totalLimit })
    .from(coupons)
    .innerJoin(couponUsage, eq(couponUsage.couponId, coupons.id))
    .where(eq(coupons.code, code));
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
    terms: { ...row, totalLimit: row.limit },
    use: { total: row.used, byShopper: uses?.byShopper ?? 0 },
  };
}

/**
 * Whether a coupon has the code, usable or not.
 * @param code normalised, see `normaliseCouponCode`
 */
export async function getCouponExists(db: Database, code: string): Promise<boolean> {
  const found = await db.orm.select({ id: coupons.id }).from(coupons).where(eq(coupons.code, code));
  return found.length > 0;
}
