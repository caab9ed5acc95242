import type { Won } from '../money';

/** A product's price, and the one that takes its place at an instant, if one is planned. */
export interface PlannablePrice {
  price: Won;
  plannedPrice?: Won | null;
  plannedFrom?: Date | null;
}

/** Whether the planned price holds by now. */
export function isPlanDue({ plannedFrom }: PlannablePrice, now: Date): boolean {
  return plannedFrom != null && plannedFrom <= now;
}

/**
 * Won that a unit costs at an instant: the planned price from its instant on. Lists, carts, quotes
 * and orders all ask this (in SQL: `priceNow`), so that they agree to the instant given.
 */
export function priceAt(product: PlannablePrice, now: Date): Won {
  return isPlanDue(product, now) ? (product.plannedPrice ?? product.price) : product.price;
}
