/**
 * The shop as the model sees it: few plain facts, in `bigint`, from which everything else is counted.
 * Written from spec.md alone; nothing of `lib` is imported here or in the files beside it that
 * predict (`oracle.ts`, `oracle-order.ts`, `oracle-sales.ts`).
 */

export interface World {
  /** Milliseconds since 1970. */
  now: number;
  shoppers: Map<number, Shopper>;
  products: Map<number, Product>;
  /** By code. */
  coupons: Map<string, Coupon>;
  orders: Map<number, Order>;
  /** First results by `keyId`. */
  keys: Map<string, { request: string; value: unknown }>;
}

export interface Shopper {
  entries: Entry[];
  cart: CartLine[];
  /** The order that the cart became; null once something is put in again. */
  boughtInto: number | null;
}

export interface Entry {
  kind: 'top_up' | 'payment' | 'refund' | 'adjustment';
  amount: bigint;
  orderId: number | null;
  at: number;
}

export interface CartLine {
  productId: number;
  quantity: bigint;
  addedAt: number;
}

export interface Product {
  nameKo: string;
  nameEn: string;
  price: bigint;
  published: boolean;
  /** The opening quantity first. */
  movements: { kind: string; delta: bigint; orderId: number | null }[];
}

/** Terms as an operator types them; `null`: no such limit. */
export interface CouponTerms {
  kind: 'percent' | 'fixed';
  /** Percent, or won. */
  size: bigint;
  cap: bigint | null;
  minimum: bigint;
  perShopper: bigint | null;
  total: bigint | null;
  startsAt: number;
  endsAt: number;
}

export interface Coupon {
  terms: CouponTerms;
  enabled: boolean;
}

export interface Order {
  userId: number;
  status: 'paid' | 'fulfilled' | 'cancelled';
  placedAt: number;
  cancelledAt: number | null;
  lines: OrderLine[];
  /** What the shopper typed. */
  code: string | null;
  verdict: Verdict | null;
}

export interface OrderLine {
  productId: number;
  price: bigint;
  quantity: bigint;
  share: bigint;
}

export type CouponReason =
  | 'NOT_FOUND'
  | 'DISABLED'
  | 'NOT_STARTED'
  | 'EXPIRED'
  | 'PER_SHOPPER_LIMIT'
  | 'TOTAL_LIMIT'
  | 'MIN_ORDER';

/** What became of a coupon. */
export type Verdict =
  | { usable: true; discount: bigint }
  | { usable: false; reason: CouponReason; gap: bigint | null; missed: bigint | null };

/** Limits of spec.md: Top-up limits, as `.env.example` has them. */
export const TOP_UP = { min: 1_000n, max: 1_000_000n, day: 2_000_000n, held: 2_000_000n };

const DAY = 86_400_000;
const SEOUL = 9 * 3_600_000;

/** Number of the Seoul day that an instant falls on. */
export const dayOf = (at: number): number => Math.floor((at + SEOUL) / DAY);
/** The instant that a Seoul day begins at. */
export const dayStart = (day: number): number => day * DAY - SEOUL;

export const sum = (values: bigint[]): bigint => values.reduce((total, value) => total + value, 0n);

export const balanceOf = (shopper: Shopper): bigint =>
  sum(shopper.entries.map(({ amount }) => amount));

export const stockOf = (product: Product): bigint =>
  sum(product.movements.map(({ delta }) => delta));

export const subtotalOf = (lines: { price: bigint; quantity: bigint }[]): bigint =>
  sum(lines.map(({ price, quantity }) => price * quantity));

export const discountOf = (order: Order): bigint => sum(order.lines.map(({ share }) => share));

export const totalOf = (order: Order): bigint => subtotalOf(order.lines) - discountOf(order);

export const keyId = (userId: number, action: string, key: string) => `${userId} ${action} ${key}`;
