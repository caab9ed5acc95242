import type { SeoulDay } from '../seoul-day';
import type { OrderStatus } from './cancel-rules';

/** Which orders an operator asks for. Every part narrows the others down; null narrows nothing. */
export interface OrderFilter {
  /** The first and the last Seoul day, both included. */
  from: SeoulDay | null;
  to: SeoulDay | null;
  /** Which day that is, and what the newest are first by: returns go by the day of the cancel. */
  dated: 'placed' | 'cancelled';
  /** The hour of that day, 0 to 23, as a chart by the hour has it. */
  hour: number | null;
  /** Where the order stands now; `standing`: not cancelled. */
  status: OrderStatus | 'standing' | null;
  /** Orders with this product; their money is then that of its lines. */
  productId: number | null;
  /** Code of the coupon that gave the discount, normalised. */
  coupon: string | null;
  customerId: number | null;
  /** An order's number, part of a customer's name or e-mail, or part of a product's name. */
  search: string | null;
  /** As the shop stood then: what was placed, sent or cancelled later is not known. Null: now. */
  asOf: Date | null;
}

/** Where a page of orders ended: many orders share a day, so the order's number decides. */
export interface OrderKey {
  day: SeoulDay;
  orderId: number;
}

/**
 * The order that a person means by `J-000042`, `j42` or `42`.
 * @returns null for anything that is no order's number
 */
export function readOrderNumber(text: string): number | null {
  const digits = /^(?:j-?)?0*([1-9]\d{0,14})$/i.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** A `like` pattern of texts that hold this one; its own `%` and `_` mean themselves. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
