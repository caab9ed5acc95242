import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { orderLines, orders } from '@/db/schema';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction, type Transaction } from '../transaction';
import { decideRefill, type RefillShortfall } from './rules';
import { linesOf, lockCart, productsForCart, putLine } from './store';

/** A line of the order that the cart does not hold as it was ordered, and why. */
export interface RefilledShort {
  nameKo: string;
  nameEn: string;
  wanted: number;
  /** Units that the cart holds of it now. */
  got: number;
  why: RefillShortfall;
}

/**
 * Puts what can still be bought of an order into its shopper's cart. A line ends at the units ordered,
 * or at what is left; one that holds more already keeps that. So pressing twice is pressing once.
 *
 * @returns how many of the order's products the cart holds now, and every line that falls short;
 *   `ORDER_NOT_FOUND` also for somebody else's
 * @throws StockNotFoundError when the stock of a product cannot be found
 */
export async function refillCart(
  db: Database,
  { userId, orderId }: { userId: number; orderId: number },
  now: Date,
): Promise<
  Outcome<
    { products: number; short: RefilledShort[] },
    { code: 'ORDER_NOT_FOUND' } | UnsettledRefusal
  >
> {
  const work = async (
    tx: Transaction,
  ): Promise<
    Outcome<{ products: number; short: RefilledShort[] }, { code: 'ORDER_NOT_FOUND' }>
  > => {
    const ordered = await linesOfOrder(tx, orderId);
    if (ordered[0]?.userId !== userId) return refused({ code: 'ORDER_NOT_FOUND' });
    const cart = await lockCart(tx, { userId }, now);
    const inCart = await linesOf(tx, cart.id);
    const productIds = ordered.map(({ productId }) => productId);
    const products = await productsForCart(tx, productIds, now);
    const held = new Map(inCart.map(({ productId, quantity }) => [productId, quantity]));
    const refilled = decideRefill(ordered, products, held);
    for (const { productId, quantity } of refilled) {
      const price = products.get(productId)?.price;
      if (price === undefined || quantity <= (held.get(productId) ?? 0)) continue;
      await putLine(tx, { cartId: cart.id, productId, quantity, seenPrice: price }, now);
    }
    const short = refilled.flatMap(({ quantity, why }, i) => {
      const line = ordered[i];
      if (!why || !line) return [];
      const { nameKo, nameEn, quantity: wanted } = line;
      return [{ nameKo, nameEn, wanted, got: quantity, why }];
    });
    return done({ products: refilled.filter(({ quantity }) => quantity > 0).length, short });
  };
  return inTransaction(db, work, { settlesByKey: true });
}

function linesOfOrder({ orm }: Transaction, orderId: number) {
  return orm
    .select({
      userId: orders.userId,
      productId: orderLines.productId,
      quantity: orderLines.quantity,
      nameKo: orderLines.nameKo,
      nameEn: orderLines.nameEn,
    })
    .from(orderLines)
    .innerJoin(orders, eq(orders.id, orderLines.orderId))
    .where(eq(orderLines.orderId, orderId))
    .orderBy(orderLines.productId);
}
