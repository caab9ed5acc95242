/** Why a coupon does not apply (spec.md: Coupon). */
export type CouponReason =
  | 'NOT_FOUND'
  | 'DISABLED'
  | 'NOT_STARTED'
  | 'EXPIRED'
  | 'MIN_ORDER'
  | 'TOTAL_LIMIT'
  | 'PER_SHOPPER_LIMIT';
