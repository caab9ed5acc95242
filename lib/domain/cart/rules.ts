import { MOST_PRODUCTS_PER_ORDER, MOST_UNITS_PER_LINE } from '../orders/rules';

/** Whose cart: a signed-in shopper's, or a guest's by the SHA-256 (hex) of the cookie. */
export type CartOwner = { userId: number } | { guestTokenHash: string };

export type CartRefusal =
  | { code: 'UNKNOWN_PRODUCT' }
  /** `left` 0: sold out. `inCart`: what the cart holds of it already. */
  | { code: 'SHORT_STOCK_FOR_CART'; productId: number; left: number; inCart: number }
  | { code: 'QUANTITY_LIMIT'; most: number }
  | { code: 'TOO_MANY_PRODUCTS'; most: number };

/**
 * Whether a cart line may hold a quantity (spec.md: Order). Stock is judged as it stands: advice
 * that spares a walk to the checkout, which decides.
 *
 * @param wanted units that the line would hold
 * @returns the refusal, or null when the line is fine
 */
export function decideCartLine(
  product: { productId: number; published: boolean; left: number } | null,
  cart: { products: number; inCart: number },
  wanted: number,
): CartRefusal | null {
  if (!product?.published) return { code: 'UNKNOWN_PRODUCT' };
  if (wanted > MOST_UNITS_PER_LINE) return { code: 'QUANTITY_LIMIT', most: MOST_UNITS_PER_LINE };
  const { productId, left } = product;
  // Taking units out is always fine, whatever is left.
  if (wanted > left && wanted > cart.inCart) {
    return { code: 'SHORT_STOCK_FOR_CART', productId, left, inCart: cart.inCart };
  }
  if (cart.inCart === 0 && cart.products >= MOST_PRODUCTS_PER_ORDER) {
    return { code: 'TOO_MANY_PRODUCTS', most: MOST_PRODUCTS_PER_ORDER };
  }
  return null;
}
