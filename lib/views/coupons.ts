import type { CouponView } from './coupon';

/** What a coupon takes off; won. */
export interface CouponBenefit {
  kind: 'percent' | 'fixed';
  percent: number | null;
  amount: number | null;
  /** Most that a percent coupon takes off. */
  cap: number | null;
}

/** A first-come coupon as the coupon page shows it to one visitor. */
export interface CouponOfferView {
  couponId: number;
  benefit: CouponBenefit;
  minSubtotal: number;
  /** The first instant at which it does not hold any more. */
  endsAt: Date;
  /** Shoppers who can still claim it. */
  left: number;
  /** Shoppers who can at all. */
  limit: number;
  /** What the visitor has of it, as if the cart held enough; null: nothing. */
  own: CouponView | null;
}

/** A claimed coupon beside the cart at the checkout. */
export interface OwnCouponView {
  benefit: CouponBenefit;
  endsAt: Date;
  /** What it would do to this cart. */
  outcome: CouponView;
}
