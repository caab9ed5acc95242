/** Why a coupon does not apply (spec.md: Coupon). */
export type CouponReason =
  | 'NOT_FOUND'
  | 'DISABLED'
  | 'NOT_STARTED'
  | 'EXPIRED'
  | 'MIN_ORDER'
  | 'TOTAL_LIMIT'
  | 'PER_SHOPPER_LIMIT';

/** What a coupon does to a cart; won. */
export type CouponView =
  | { usable: true; code: string; discount: number }
  | {
      usable: false;
      code: string;
      reason: CouponReason;
      /** Won missing to the minimum. */
      gap: number | null;
      /** Won that it would have taken off. */
      missedDiscount: number | null;
      /** What the coupon asks for; null: no coupon has the code. */
      terms: CouponTermsView | null;
    };

export interface CouponTermsView {
  startsAt: Date;
  /** The first instant at which it does not hold any more. */
  endsAt: Date;
  minSubtotal: number;
  /** Uses by one shopper; null: any number. */
  perShopperLimit: number | null;
}
