import type { DeliveryView } from './checkout';
import type { CouponReason } from './coupon';

export type OrderStatus = 'paid' | 'fulfilled' | 'cancelled';

/** One row of a shopper's orders. Money in won, instants in UTC. */
export interface OrderSummaryView {
  orderId: number;
  status: OrderStatus;
  total: number;
  placedAt: Date;
  /** Name and picture of the first line. */
  firstName: string;
  art: string;
  category: string;
  /** Products beside the first one. */
  others: number;
}

export interface OrdersView {
  /** Newest first. */
  orders: OrderSummaryView[];
  /** `?before=` of the next older page; null: these are the oldest. */
  olderBefore: number | null;
  /** Whether this page begins with the newest order. */
  newest: boolean;
}

/** A receipt: everything as it was when the order was placed, and its state now. */
export interface ReceiptView {
  orderId: number;
  status: OrderStatus;
  placedAt: Date;
  fulfilledAt: Date | null;
  cancelledAt: Date | null;
  lines: ReceiptLine[];
  subtotal: number;
  discount: number;
  total: number;
  /** Won that it cost less than the page had shown and the shopper accepted. */
  spared: number;
  coupon: ReceiptCoupon | null;
  delivery: DeliveryView;
  balanceBefore: number;
  balanceAfter: number;
  /** Number of the payment in the wallet's entries. */
  paymentSeq: number;
  /** Balance after the refund; null: not cancelled. */
  balanceAfterRefund: number | null;
  refundSeq: number | null;
}

export interface ReceiptLine {
  productId: number;
  slug: string;
  /** Whether the shop still shows it. */
  published: boolean;
  name: string;
  art: string;
  category: string;
  quantity: number;
  unitPrice: number;
  amount: number;
}

export interface ReceiptCoupon {
  code: string;
  /** Null: it applied. */
  reason: CouponReason | null;
  gap: number | null;
  missedDiscount: number | null;
}
