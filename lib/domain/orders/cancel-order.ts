import type { Database } from '@/db/client';
import { recordAudit } from '../audit/store';
import { announceStock } from '../catalog/announce-stock';
import type { Won } from '../money';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction } from '../transaction';
import { appendEntry, lockWallet } from '../wallet/store';
import { type Actor, decideCancel } from './cancel-rules';
import {
  correctSalesHistory,
  giveCouponBack,
  giveStockBack,
  holdOwner,
  lockOrder,
  lockStockOf,
  markCancelled,
} from './cancel-store';

export type CancelRefusal = { code: 'ORDER_NOT_FOUND' } | { code: 'ORDER_FULFILLED' };

/**
 * Cancels a whole order once: the paid amount back to the wallet, the units back to stock, the
 * coupon use back, the sales history corrected (spec.md: Cancel).
 *
 * @param since the press, of `performance.now()`: too old, it is refused as `BUSY`
 * @returns the won given back; `replayed` when it was cancelled before, so pressing twice, or
 *   again after a lost connection, shows the same result
 */
export async function cancelOrder(
  db: Database,
  command: { orderId: number; actor: Actor },
  now: Date,
  since = performance.now(),
): Promise<Outcome<{ refunded: Won }, CancelRefusal | UnsettledRefusal>> {
  const { orderId, actor } = command;
  let given: number[] = [];
  const outcome = await inTransaction<{ refunded: Won }, CancelRefusal>(
    db,
    async (tx) => {
      await holdOwner(tx, orderId);
      const order = await lockOrder(tx, orderId);
      const decision = decideCancel(order, actor);
      if (!order || decision === 'notFound') return refused({ code: 'ORDER_NOT_FOUND' });
      if (decision === 'alreadyFulfilled') return refused({ code: 'ORDER_FULFILLED' });
      if (decision === 'alreadyCancelled') return done({ refunded: order.total }, true);

      const wallet = await lockWallet(tx, order.userId);
      if (!wallet) throw new Error(`user ${order.userId} has no wallet`);
      given = await lockStockOf(tx, orderId);

      // No limit ever blocks a refund (spec.md: Top-up limits).
      await appendEntry(tx, wallet, {
        kind: 'refund',
        amount: order.total,
        actorUserId: actor.userId,
        orderId,
        createdAt: now,
      });
      await markCancelled(tx, orderId, actor.userId, now);
      await giveStockBack(tx, orderId, now);
      if (order.couponId !== null) await giveCouponBack(tx, orderId, now);
      await correctSalesHistory(tx, orderId);
      if (actor.role === 'admin') {
        await recordAudit(tx, {
          actorUserId: actor.userId,
          action: 'order.cancel',
          entity: 'order',
          entityId: String(orderId),
          before: { status: order.status },
          after: { status: 'cancelled', refunded: order.total },
          createdAt: now,
        });
      }
      return done({ refunded: order.total });
    },
    // Cancelled is cancelled: the order's own state tells a repeat.
    { settlesByKey: true, since },
  );
  if (outcome.ok) announceStock(db, given);
  return outcome;
}
