import type { Database } from '@/db/client';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction, type Transaction } from '../transaction';
import { type CartOwner, type CartRefusal, decideCartLine } from './rules';
import { deleteLine, linesOf, lockCart, lockExistingCart, productForCart, putLine } from './store';

/** What the cart's line holds after a change. */
export type CartOutcome = Outcome<{ quantity: number }, CartRefusal | UnsettledRefusal>;

/**
 * Puts more units of a product into a cart, making the cart if need be (spec.md: Cart).
 * @param quantity units to add, 1 or more
 */
export async function addToCart(
  db: Database,
  command: { owner: CartOwner; productId: number; quantity: number },
  now: Date,
): Promise<CartOutcome> {
  return changeLine(db, command, (inCart) => inCart + command.quantity, now, {});
}

/**
 * Sets a cart line to a quantity; setting it twice is setting it once.
 * @param quantity units that the line is to hold; 0 takes it out
 */
export async function setCartQuantity(
  db: Database,
  command: { owner: CartOwner; productId: number; quantity: number },
  now: Date,
): Promise<CartOutcome> {
  if (command.quantity > 0) {
    return changeLine(db, command, () => command.quantity, now, { settlesByKey: true });
  }
  return inTransaction<{ quantity: number }, CartRefusal>(
    db,
    async (tx) => {
      const cart = await lockExistingCart(tx, command.owner);
      if (cart) await deleteLine(tx, cart.id, command.productId);
      return done({ quantity: 0 });
    },
    { settlesByKey: true },
  );
}

async function changeLine(
  db: Database,
  { owner, productId }: { owner: CartOwner; productId: number },
  wantedFrom: (inCart: number) => number,
  now: Date,
  repeats: { settlesByKey?: boolean },
): Promise<CartOutcome> {
  const work = async (tx: Transaction): Promise<Outcome<{ quantity: number }, CartRefusal>> => {
    const cart = await lockCart(tx, owner, now);
    const lines = await linesOf(tx, cart.id);
    const inCart = lines.find((line) => line.productId === productId)?.quantity ?? 0;
    const product = await productForCart(tx, productId, now);
    const quantity = wantedFrom(inCart);
    const refusal = decideCartLine(product, { products: lines.length, inCart }, quantity);
    if (!product || refusal) return refused(refusal ?? { code: 'UNKNOWN_PRODUCT' });
    await putLine(tx, { cartId: cart.id, productId, quantity, seenPrice: product.price }, now);
    return done({ quantity });
  };
  return inTransaction(db, work, repeats);
}
