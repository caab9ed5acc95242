import type { CouponStateView } from './admin-lists';

/** A coupon as its form begins with it. */
export interface CouponEditView {
  couponId: number;
  /** Of the row that the page shows; an edit names it. */
  version: number;
  state: CouponStateView;
  /** Uses that count. */
  used: number;
  /** Null: no limit. */
  totalLimit: number | null;
  /** Who has claimed it, of how many; null: it is not claimed. */
  claims: { claimed: number; limit: number } | null;
  /** What it promises, which no edit changes, as its making form would hold it. */
  gives: Record<'code' | 'kind' | 'value' | 'cap', string>;
  /** What can be edited, by field name, as the fields hold it. */
  fields: Record<string, string>;
}

/** A use of a coupon. */
export interface RedemptionView {
  orderId: number;
  at: Date;
  shopper: string;
  email: string;
  /** Won taken off. */
  discount: number;
  /** When a cancel gave the use back; null: it counts. */
  reversedAt: Date | null;
}
