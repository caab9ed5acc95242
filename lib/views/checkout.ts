import type { CouponView } from './coupon';
import type { OwnCouponView } from './coupons';
import type { TopUpPlan } from './top-up-plan';

/** What the checkout shows, priced now for one shopper. Money in won. */
export interface CheckoutView {
  /** Of the form that the shopper comes back to, as long as it has bought nothing; else a new one. */
  idempotencyKey: string;
  /** What can be bought. */
  lines: CheckoutLine[];
  /** The cart's other lines, which count in no sum and have to be taken out. */
  leftOut: Omit<CheckoutLine, 'art' | 'category' | 'amount'>[];
  subtotal: number;
  discount: number;
  total: number;
  balance: number;
  /** Won missing to pay; 0: the balance is enough. */
  gap: number;
  /** How to come by that; null: nothing is missing. */
  topUp: TopUpPlan | null;
  /** What became of the code that was applied; null: none. */
  coupon: CouponView | null;
  /** What the shopper has claimed, the best for this cart first. */
  ownCoupons: OwnCouponView[];
  /** Lines that ask for more than is left. */
  short: ShortLine[];
  /** Lines that the shop no longer sells. */
  unavailable: { productId: number; name: string }[];
  /** What stands in the fields: as typed, else as on the last order. */
  delivery: DeliveryView;
  couponCode: string;
  /** Whether the shopper ticked to order at the subtotal if the coupon cannot be used. */
  acceptsFullPrice: boolean;
}

export interface CheckoutLine {
  productId: number;
  name: string;
  art: string;
  category: string;
  quantity: number;
  unitPrice: number;
  amount: number;
}

export interface DeliveryView {
  recipient: string;
  phone: string;
  address: string;
}

export interface ShortLine {
  productId: number;
  name: string;
  wanted: number;
  /** Units left; 0: sold out. */
  left: number;
}
