import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { cartLines, carts, products, stock } from '@/db/schema';
import { withKnownStock } from '../catalog/stock-rules';
import { priceNow } from '../catalog/store';
import type { Won } from '../money';
import type { CartOwner } from './rules';
import { ownedBy } from './store';

export interface CartContentsLine {
  productId: number;
  slug: string;
  categorySlug: string;
  nameKo: string;
  nameEn: string;
  art: string;
  /** False: the shop no longer shows it, and an order of it is refused. */
  published: boolean;
  quantity: number;
  /** Won a unit now. */
  price: Won;
  /** Won a unit when the shopper last changed the line. */
  seenPrice: Won;
  /** Units left; 0: sold out. */
  left: number;
}

/**
 * What a cart holds, in the order it was put in; empty when there is no cart (spec.md: Cart).
 * Prices and stock are those of now: advice, checkout decides.
 *
 * @throws StockNotFoundError when the stock of a product in it cannot be found
 */
export async function getCart(
  db: Database,
  owner: CartOwner,
  now: Date,
): Promise<CartContentsLine[]> {
  const rows = await db.orm
    .select({
      productId: products.id,
      slug: products.slug,
      categorySlug: products.categorySlug,
      nameKo: products.nameKo,
      nameEn: products.nameEn,
      art: products.art,
      published: products.published,
      quantity: cartLines.quantity,
      price: priceNow(now),
      seenPrice: cartLines.seenPrice,
      left: stock.quantity,
    })
    .from(carts)
    .innerJoin(cartLines, eq(cartLines.cartId, carts.id))
    .innerJoin(products, eq(products.id, cartLines.productId))
    .leftJoin(stock, eq(stock.productId, products.id))
    .where(ownedBy(owner))
    .orderBy(cartLines.addedAt, cartLines.productId);
  return withKnownStock(rows, 'left', ({ productId }) => productId);
}

/** Whether the owner has a cart, be it empty. */
export async function getCartExists(db: Database, owner: CartOwner): Promise<boolean> {
  const found = await db.orm.select({ id: carts.id }).from(carts).where(ownedBy(owner));
  return found.length > 0;
}
