import { and, eq, inArray } from 'drizzle-orm';
import { cartLines, carts, products, stock } from '@/db/schema';
import { withKnownStock } from '../catalog/stock-rules';
import { priceNow } from '../catalog/store';
import type { Transaction } from '../transaction';
import type { CartOwner } from './rules';

export const ownedBy = (owner: CartOwner) =>
  'userId' in owner
    ? eq(carts.userId, owner.userId)
    : eq(carts.guestTokenHash, owner.guestTokenHash);

/** Locks the owner's cart until the transaction ends, making it first where there is none. */
export async function lockCart(tx: Transaction, owner: CartOwner, now: Date) {
  for (;;) {
    await tx.orm
      .insert(carts)
      .values({ ...owner, updatedAt: now })
      .onConflictDoNothing();
    const cart = await lockExistingCart(tx, owner);
    // None: signing in elsewhere has just taken the guest's cart over.
    if (cart) return cart;
  }
}

/** Locks the owner's cart if there is one. */
export async function lockExistingCart({ orm }: Transaction, owner: CartOwner) {
  const [cart] = await orm.select().from(carts).where(ownedBy(owner)).for('update');
  return cart ?? null;
}

export async function linesOf({ orm }: Transaction, cartId: number) {
  return orm
    .select()
    .from(cartLines)
    .where(eq(cartLines.cartId, cartId))
    .orderBy(cartLines.addedAt, cartLines.productId);
}

/**
 * Price, visibility and units left of a product, unlocked; null: no such product.
 * @throws StockNotFoundError when its stock cannot be found
 */
export async function productForCart(tx: Transaction, productId: number, now: Date) {
  return (await productsForCart(tx, [productId], now)).get(productId) ?? null;
}

/** The same of several, by product. */
export async function productsForCart({ orm }: Transaction, productIds: number[], now: Date) {
  const rows = await orm
    .select({
      productId: products.id,
      price: priceNow(now),
      published: products.published,
      left: stock.quantity,
    })
    .from(products)
    .leftJoin(stock, eq(stock.productId, products.id))
    .where(inArray(products.id, productIds));
  const known = withKnownStock(rows, 'left', (row) => row.productId);
  return new Map(known.map((row) => [row.productId, row]));
}

/** Sets a line to a quantity at the price that the shopper sees now. */
export async function putLine(
  { orm }: Transaction,
  line: { cartId: number; productId: number; quantity: number; seenPrice: number },
  now: Date,
): Promise<void> {
  await orm
    .insert(cartLines)
    .values({ ...line, addedAt: now })
    .onConflictDoUpdate({
      target: [cartLines.cartId, cartLines.productId],
      set: { quantity: line.quantity, seenPrice: line.seenPrice },
    });
  // The cart is a new one from here on; another tab is no longer shown the order it became.
  await orm
    .update(carts)
    .set({ lastOrderId: null, updatedAt: now })
    .where(eq(carts.id, line.cartId));
}

export async function deleteLine({ orm }: Transaction, cartId: number, productId: number) {
  await orm
    .delete(cartLines)
    .where(and(eq(cartLines.cartId, cartId), eq(cartLines.productId, productId)));
}

export async function deleteCart({ orm }: Transaction, cartId: number): Promise<void> {
  await orm.delete(carts).where(eq(carts.id, cartId));
}
