/** A line of the cart page, in the page's language. Money in won. */
export interface CartLineView {
  productId: number;
  slug: string;
  categorySlug: string;
  name: string;
  art: string;
  quantity: number;
  /** A unit, now. */
  price: number;
  /** A unit when the shopper last changed the line; another than `price`: it has changed since. */
  seenPrice: number;
  /** Units left; 0: sold out. */
  stock: number;
  /** Units that the line can hold: what is left, up to the limit of a line; 1 at least. */
  most: number;
  /** False: the shop no longer sells it. */
  available: boolean;
  /** False: sold out or no longer sold, and counted in no sum. */
  counts: boolean;
}
