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

/**
 * Whether any unit of a cart's line can be bought. Where none can, the line counts in no sum that is
 * shown; an order of the whole cart is refused because of it (spec.md: Order).
 */
export const canBeBought = ({ published, left }: { published: boolean; left: number }) =>
  published && left > 0;

/** Why a line of an earlier order does not come into the cart as it was. */
export type RefillShortfall = 'gone' | 'soldOut' | 'fewer' | 'full';

/**
 * What a cart would hold of each line of an earlier order: the units ordered or what is left, never
 * fewer than it holds already (spec.md: Order). Stock is judged as it stands, as by `decideCartLine`.
 *
 * @param inCart units by product that the cart holds
 */
export function decideRefill(
  ordered: readonly { productId: number; quantity: number }[],
  products: ReadonlyMap<number, { published: boolean; left: number }>,
  inCart: ReadonlyMap<number, number>,
): { productId: number; quantity: number; why: RefillShortfall | null }[] {
  let room = MOST_PRODUCTS_PER_ORDER - inCart.size;
  return ordered.map(({ productId, quantity: wanted }) => {
    const product = products.get(productId);
    const held = inCart.get(productId) ?? 0;
    const short = (why: RefillShortfall, quantity = held) => ({ productId, quantity, why });
    if (!product?.published) return short('gone');
    const quantity = Math.max(held, Math.min(wanted, product.left));
    if (quantity === 0) return short('soldOut');
    if (held === 0) {
      if (room <= 0) return short('full');
      room -= 1;
    }
    return quantity < wanted ? short('fewer', quantity) : { productId, quantity, why: null };
  });
}
