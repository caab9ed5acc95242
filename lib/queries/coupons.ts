import 'server-only';
import { database } from '@/db';
import { getSessionUser } from '@/lib/auth/session';
import {
  type ClaimableCoupon,
  listClaimable,
  listClaimed,
} from '@/lib/domain/coupons/list-claimable';
import { rankCoupons } from '@/lib/domain/coupons/pick-rules';
import { type CouponDecision, type CouponTerms, decideCoupon } from '@/lib/domain/coupons/rules';
import type { CouponView } from '@/lib/views/coupon';
import type { CouponBenefit, CouponOfferView, OwnCouponView } from '@/lib/views/coupons';

/**
 * First-come coupons for whoever looks: those that can be claimed now, gone ones at the end, and those
 * that the visitor has.
 */
export async function listCouponOffers(now: Date): Promise<CouponOfferView[]> {
  const user = await getSessionUser();
  const coupons = await listClaimable(database(), user?.id ?? null, now);
  const views = coupons.map((coupon) => offerView(coupon, now));
  const gone = ({ left, own }: CouponOfferView) => own === null && left === 0;
  return [...views.filter((view) => !gone(view)), ...views.filter(gone)];
}

function offerView(
  { terms, claimed, claimedAt, use }: ClaimableCoupon,
  now: Date,
): CouponOfferView {
  const { id, minSubtotal, endsAt, claimLimit } = terms;
  const limit = claimLimit ?? claimed;
  const decision = decideCoupon(terms, minSubtotal, use, now);
  return {
    couponId: id,
    benefit: benefitOf(terms),
    minSubtotal,
    endsAt,
    left: limit - claimed,
    limit,
    own: claimedAt === null ? null : couponView(terms.code, decision, terms),
  };
}

/**
 * What a shopper has claimed and can still come to use, with what each would do to a cart, the best
 * first.
 * @param subtotal won, before any discount
 */
export async function listOwnCoupons(
  userId: number,
  subtotal: number,
  now: Date,
): Promise<OwnCouponView[]> {
  const claimed = await listClaimed(database(), userId, now);
  return rankCoupons(claimed, subtotal, now).map(({ terms, decision }) => ({
    benefit: benefitOf(terms),
    endsAt: terms.endsAt,
    outcome: couponView(terms.code, decision, terms),
  }));
}

/** @param terms null: no coupon has the code */
export function couponView(
  code: string,
  decision: CouponDecision,
  terms: CouponTerms | null,
): CouponView {
  if (decision.usable) return { usable: true, code, discount: decision.discount };
  const { reason, gap, missedDiscount } = decision;
  return { usable: false, code, reason, gap, missedDiscount, terms };
}

const benefitOf = ({ kind, percent, amount, cap }: CouponTerms): CouponBenefit => ({
  ...{ kind, percent, amount, cap },
});
