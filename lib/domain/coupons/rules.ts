import { type Won, won } from '../money';

export type CouponReason =
  | 'NOT_FOUND'
  | 'DISABLED'
  | 'NOT_STARTED'
  | 'EXPIRED'
  | 'MIN_ORDER'
  | 'TOTAL_LIMIT'
  | 'PER_SHOPPER_LIMIT';

/** What a coupon promises, as stored. */
export interface CouponTerms {
  id: number;
  code: string;
  kind: 'percent' | 'fixed';
  percent: number | null;
  amount: Won | null;
  cap: Won | null;
  minSubtotal: Won;
  perShopperLimit: number | null;
  startsAt: Date;
  endsAt: Date;
  enabled: boolean;
  totalLimit: number | null;
  /** Shoppers who can claim it; null: whoever knows the code can use it. */
  claimLimit: number | null;
}

export type CouponDecision =
  | { usable: true; couponId: number; discount: Won }
  | {
      usable: false;
      reason: CouponReason;
      /** Won missing to the minimum (`MIN_ORDER` only). */
      gap: Won | null;
      /** Won that it would have taken off; null where there is no such coupon. */
      missedDiscount: Won | null;
    };

/** One spelling for all of a code's variants (spec.md: Coupon); empty: none given. */
export function normaliseCouponCode(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}

/**
 * The coupon as one shopper finds it by its code: one that is claimed is none for whoever has not
 * claimed it (spec.md: Coupon keeps seven reasons; this is its `NOT_FOUND`, and guessing such a code
 * is slowed down like guessing any other).
 */
export function forShopper<Terms extends Pick<CouponTerms, 'claimLimit'>>(
  terms: Terms,
  hasClaimed: boolean,
): Terms | null {
  return terms.claimLimit === null || hasClaimed ? terms : null;
}

/** Won that the terms take off a subtotal, never above the cap or the subtotal (spec.md: Coupon). */
export function discountOf(
  terms: Pick<CouponTerms, 'kind' | 'percent' | 'amount' | 'cap'>,
  subtotal: Won,
): Won {
  const raw =
    terms.kind === 'percent'
      ? Math.floor((subtotal * (terms.percent ?? 0)) / 100)
      : (terms.amount ?? 0);
  return won(Math.min(raw, terms.cap ?? raw, subtotal));
}

/**
 * Whether a coupon applies, and if not, the precise reason (spec.md: Coupon). When several hold,
 * the one that the shopper can do least about comes first.
 *
 * @param terms null: no coupon has the code, or the shopper has not claimed it and it is for those who
 *   have: its code is worth nothing to anybody else, and nobody is told that it exists
 * @param use uses so far that still count, over all shoppers and by this one
 * @param now the instant judged against `[startsAt, endsAt)`
 */
export function decideCoupon(
  terms: CouponTerms | null,
  subtotal: Won,
  use: { total: number; byShopper: number },
  now: Date,
): CouponDecision {
  if (!terms) return { usable: false, reason: 'NOT_FOUND', gap: null, missedDiscount: null };
  const discount = discountOf(terms, subtotal);
  const reason = unusableReason(terms, subtotal, use, now);
  if (!reason) return { usable: true, couponId: terms.id, discount };
  return {
    usable: false,
    reason,
    gap: reason === 'MIN_ORDER' ? terms.minSubtotal - subtotal : null,
    missedDiscount: discount,
  };
}

function unusableReason(
  terms: CouponTerms,
  subtotal: Won,
  use: { total: number; byShopper: number },
  now: Date,
): CouponReason | null {
  if (!terms.enabled) return 'DISABLED';
  if (now < terms.startsAt) return 'NOT_STARTED';
  if (now >= terms.endsAt) return 'EXPIRED';
  if (terms.perShopperLimit !== null && use.byShopper >= terms.perShopperLimit) {
    return 'PER_SHOPPER_LIMIT';
  }
  if (terms.totalLimit !== null && use.total >= terms.totalLimit) return 'TOTAL_LIMIT';
  if (subtotal < terms.minSubtotal) return 'MIN_ORDER';
  return null;
}

/**
 * Splits a discount over lines by largest remainder; the shares sum exactly to it.
 * Equal remainders go to the earlier line.
 *
 * @param amounts won of each line; their sum is at least the discount
 */
export function shareDiscount(amounts: Won[], discount: Won): Won[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return amounts.map(() => 0);
  // bigint: an amount times a discount can pass what a number holds exactly.
  const exact = amounts.map((amount) => BigInt(amount) * BigInt(discount));
  const shares = exact.map((product) => Number(product / BigInt(total)));
  let left = discount - shares.reduce((sum, share) => sum + share, 0);
  // Sorting keeps the order of equals.
  const byRemainder = exact
    .map((product, line) => ({ line, remainder: product % BigInt(total) }))
    .sort((a, b) => Number(b.remainder - a.remainder));
  for (const { line } of byRemainder) {
    if (left === 0) break;
    shares[line] = (shares[line] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}
