import type { Database } from '@/db/client';
import { MOST_PRODUCTS_PER_ORDER, MOST_UNITS_PER_LINE } from '../orders/rules';
import { done, type Outcome, type UnsettledRefusal } from '../result';
import { inTransaction } from '../transaction';
import { deleteCart, deleteLine, linesOf, lockCart, lockExistingCart, putLine } from './store';

/**
 * Moves a guest's cart into the shopper's at sign-in (spec.md: Cart). Lines of one product are
 * summed up to the most that a line holds; products beyond the most that an order takes stay in the
 * guest's cart.
 *
 * @returns how many lines moved, and how many found no room; 0 when the guest had no cart, so
 *   repeating it is harmless
 */
export async function mergeGuestCart(
  db: Database,
  command: { userId: number; guestTokenHash: string },
  now: Date,
): Promise<Outcome<{ moved: number; left: number }, UnsettledRefusal>> {
  const { userId, guestTokenHash } = command;
  return inTransaction<{ moved: number; left: number }, never>(
    db,
    async (tx) => {
      const guest = await lockExistingCart(tx, { guestTokenHash });
      if (!guest) return done({ moved: 0, left: 0 });
      const cart = await lockCart(tx, { userId }, now);
      const own = new Map((await linesOf(tx, cart.id)).map((line) => [line.productId, line]));
      const products = new Set(own.keys());
      const lines = await linesOf(tx, guest.id);
      let moved = 0;
      for (const { productId, quantity, seenPrice } of lines) {
        const inCart = own.get(productId)?.quantity ?? 0;
        if (inCart === 0 && products.size >= MOST_PRODUCTS_PER_ORDER) continue;
        const sum = Math.min(inCart + quantity, MOST_UNITS_PER_LINE);
        await putLine(tx, { cartId: cart.id, productId, quantity: sum, seenPrice }, now);
        await deleteLine(tx, guest.id, productId);
        products.add(productId);
        moved += 1;
      }
      const left = lines.length - moved;
      if (left === 0) await deleteCart(tx, guest.id);
      return done({ moved, left });
    },
    { settlesByKey: true },
  );
}
