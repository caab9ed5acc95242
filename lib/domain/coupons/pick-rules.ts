import type { Won } from '../money';
import { type CouponDecision, type CouponTerms, decideCoupon } from './rules';

/**
 * What each coupon would do to a cart now, the best first: the largest discount, then what is nearest
 * to its minimum, then the rest; of equals the one that ends first.
 *
 * @param subtotal won, before any discount
 */
export function rankCoupons<
  Coupon extends { terms: CouponTerms; use: { total: number; byShopper: number } },
>(coupons: Coupon[], subtotal: Won, now: Date): (Coupon & { decision: CouponDecision })[] {
  return coupons
    .map((coupon) => ({
      ...coupon,
      decision: decideCoupon(coupon.terms, subtotal, coupon.use, now),
    }))
    .sort(
      (a, b) =>
        rankOf(a.decision) - rankOf(b.decision) ||
        a.terms.endsAt.getTime() - b.terms.endsAt.getTime(),
    );
}

/** The lower the better. */
function rankOf(decision: CouponDecision): number {
  if (decision.usable) return -decision.discount;
  return decision.gap ?? Number.MAX_SAFE_INTEGER;
}
