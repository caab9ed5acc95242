import type { Database } from '@/db/client';
import { claimCoupon } from '@/lib/domain/coupons/claim-coupon';
import { createCoupon } from '@/lib/domain/coupons/create-coupon';
import { addDays, seoulDay, startOfSeoulDay } from '@/lib/domain/seoul-day';
import { must } from './must';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const DAYS_TO_COME = 15;

/** One that is plenty, one that is nearly gone, one that is gone and one for a large cart. */
const OFFERS = [
  { code: 'FIRST3000', amount: 3_000, minSubtotal: 20_000, limit: 100, claimed: 38 },
  { code: 'TEA20', percent: 20, cap: 5_000, minSubtotal: 15_000, limit: 30, claimed: 27 },
  { code: 'BIG10000', amount: 10_000, minSubtotal: 100_000, limit: 50, claimed: 12 },
  { code: 'DAWN1000', amount: 1_000, minSubtotal: 0, limit: 20, claimed: 20 },
];
/** What the demo shopper finds at the checkout. */
const DEMO_HAS = ['FIRST3000', 'BIG10000'];

/**
 * Coupons to claim, some of them claimed already.
 *
 * @param userIds the demo shopper first
 * @param now they can be claimed from two days before it to the end of a Seoul day two weeks later
 */
export async function giveOutCoupons(db: Database, userIds: number[], now: Date): Promise<void> {
  const startsAt = new Date(now.getTime() - 2 * DAY_MS);
  const end = startOfSeoulDay(addDays(seoulDay(now), DAYS_TO_COME));
  const period = { startsAt, endsAt: end, enabled: true };
  const [demo = 0, ...others] = userIds;
  for (const { code, percent = null, amount = null, cap = null, ...offer } of OFFERS) {
    const gives = { kind: percent === null ? 'fixed' : 'percent', percent, amount, cap } as const;
    const limits = { perShopperLimit: 1, totalLimit: null, claimLimit: offer.limit };
    const terms = { code, ...gives, minSubtotal: offer.minSubtotal, ...limits, ...period };
    const { couponId } = must('a coupon to claim', await createCoupon(db, terms, null, startsAt));
    const claimants = DEMO_HAS.includes(code)
      ? [demo, ...others.slice(0, offer.claimed - 1)]
      : others.slice(0, offer.claimed);
    await Promise.all(
      claimants.map(async (userId, i) => {
        const at = new Date(startsAt.getTime() + (i + 1) * HOUR_MS);
        must('a claim', await claimCoupon(db, { couponId, userId }, at));
      }),
    );
  }
}
