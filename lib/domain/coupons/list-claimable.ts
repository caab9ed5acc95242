import { and, asc, eq, getTableColumns, gt, isNotNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { couponClaims, coupons, couponUsage, redemptions } from '@/db/schema';
import type { CouponTerms } from './rules';

/** A first-come coupon as one shopper finds it. */
export interface ClaimableCoupon {
  terms: CouponTerms;
  /** Shoppers who have claimed it. */
  claimed: number;
  /** When this one has; null: not yet. */
  claimedAt: Date | null;
  /** Uses so far that count, over all shoppers and by this one. */
  use: { total: number; byShopper: number };
}

const MOST_SHOWN = 100;
const DAY_MS = 86_400_000;
/** A claimed coupon that is over is shown that long, so that nobody wonders where it went. */
const SHOWN_AFTER_END_MS = 30 * DAY_MS;

/**
 * What can be claimed at an instant, gone or not, and what this shopper has claimed; the first to end
 * comes first. Unlocked: advice, the press decides.
 * @param userId null: a guest
 */
export function listClaimable(
  db: Database,
  userId: number | null,
  now: Date,
): Promise<ClaimableCoupon[]> {
  const open = and(
    isNotNull(couponUsage.claimLimit),
    eq(coupons.enabled, true),
    lte(coupons.startsAt, now),
    gt(coupons.endsAt, now),
  );
  const own = and(
    isNotNull(couponClaims.userId),
    gt(coupons.endsAt, new Date(now.getTime() - SHOWN_AFTER_END_MS)),
  );
  return read(db, userId, or(open, own));
}

/** What a shopper has claimed and can still come to use: not over, and not used as often as one may. */
export async function listClaimed(
  db: Database,
  userId: number,
  now: Date,
): Promise<ClaimableCoupon[]> {
  const claimed = await read(
    db,
    userId,
    and(isNotNull(couponClaims.userId), gt(coupons.endsAt, now)),
  );
  return claimed.filter(
    ({ terms: { perShopperLimit }, use }) =>
      perShopperLimit === null || use.byShopper < perShopperLimit,
  );
}

async function read(
  { orm }: Database,
  userId: number | null,
  condition: SQL | undefined,
): Promise<ClaimableCoupon[]> {
  // No user has the number 0.
  const user = userId ?? 0;
  const rows = await orm
    .select({
      ...getTableColumns(coupons),
      totalLimit: couponUsage.totalLimit,
      claimLimit: couponUsage.claimLimit,
      claimed: couponUsage.claimed,
      claimedAt: couponClaims.claimedAt,
      total: couponUsage.used,
      byShopper: sql<number>`(
        select count(*)::int from ${redemptions} where ${redemptions.couponId} = ${coupons.id}
          and ${redemptions.userId} = ${user} and ${redemptions.reversedAt} is null)`,
    })
    .from(coupons)
    .innerJoin(couponUsage, eq(couponUsage.couponId, coupons.id))
    .leftJoin(
      couponClaims,
      and(eq(couponClaims.couponId, coupons.id), eq(couponClaims.userId, user)),
    )
    .where(condition)
    .orderBy(asc(coupons.endsAt), asc(coupons.id))
    .limit(MOST_SHOWN);
  return rows.map(({ claimed, claimedAt, total, byShopper, ...terms }) => ({
    ...{ terms, claimed, claimedAt },
    use: { total, byShopper },
  }));
}
