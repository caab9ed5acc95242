import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { deliveryDetails, orders, users, wallets } from '@/db/schema';
import { recordAudit } from '../audit/store';
import { deleteCart, lockExistingCart } from '../cart/store';
import type { Won } from '../money';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction } from '../transaction';
import { lockWallet } from '../wallet/store';
import { CLOSED_ACCOUNT_NAME, closedAccountEmail } from './rules';
import { endSessions } from './store';

export type CloseRefusal =
  /** There is still money in the wallet. */
  | { code: 'BALANCE_LEFT'; balance: Won }
  /** Paid orders are still to be sent; `orderId` is the latest. */
  | { code: 'ORDERS_WAITING'; count: number; orderId: number }
  /** An operator's name stands behind what they changed in the shop. */
  | { code: 'OPERATOR_STAYS' };

/**
 * Closes a shopper's account for good: name, e-mail, password, delivery details and cart go, the
 * e-mail is free for a new account, every session ends. Orders and the wallet's entries stay, without
 * personal data. The caller has asked for the password.
 *
 * @returns `replayed` when it was closed before
 */
export async function closeAccount(
  db: Database,
  { userId }: { userId: number },
  now: Date,
): Promise<Outcome<null, CloseRefusal | UnsettledRefusal>> {
  return inTransaction<null, CloseRefusal>(
    db,
    async (tx) => {
      const { orm } = tx;
      // The user first, as other commands lock it by claiming their key before cart and wallet.
      const [closed] = await orm
        .update(users)
        .set({
          name: CLOSED_ACCOUNT_NAME,
          email: closedAccountEmail(userId),
          passwordHash: null,
        })
        .where(and(eq(users.id, userId), eq(users.role, 'shopper')))
        .returning({ id: users.id });
      if (!closed) return refused({ code: 'OPERATOR_STAYS' });
      const cart = await lockExistingCart(tx, { userId });
      const wallet = await lockWallet(tx, userId);
      if (!wallet) return done(null, true);
      if (wallet.balance > 0) return refused({ code: 'BALANCE_LEFT', balance: wallet.balance });
      // Under the wallet's lock nothing more can be ordered.
      const waiting = await orm
        .select({ id: orders.id })
        .from(orders)
        .where(and(eq(orders.userId, userId), eq(orders.status, 'paid')))
        .orderBy(desc(orders.id));
      if (waiting[0]) {
        return refused({ code: 'ORDERS_WAITING', count: waiting.length, orderId: waiting[0].id });
      }

      await orm.update(wallets).set({ closedAt: now }).where(eq(wallets.userId, userId));
      // Orders behind the wallet, against protocol.md's order: nobody who holds one waits for the wallet.
      // A cancel, as an adjustment, holds the account before anything else, and fulfilling takes no wallet.
      await orm
        .update(orders)
        .set({ recipient: '', phone: '', address: '' })
        .where(eq(orders.userId, userId));
      await orm.delete(deliveryDetails).where(eq(deliveryDetails.userId, userId));
      if (cart) await deleteCart(tx, cart.id);
      await endSessions(tx, userId);
      await recordAudit(tx, {
        actorUserId: userId,
        action: 'account.close',
        entity: 'customer',
        entityId: String(userId),
        createdAt: now,
      });
      return done(null);
    },
    // Closed is closed: the wallet's own mark tells a repeat.
    { settlesByKey: true },
  );
}
