import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { orders } from '@/db/schema';
import { recordAudit } from '../audit/store';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction } from '../transaction';
import { lockOrder } from './cancel-store';
import { decideFulfil } from './fulfil-rules';

export type FulfilRefusal =
  | { code: 'ORDER_NOT_FOUND' }
  | { code: 'ORDER_CANCELLED' }
  | UnsettledRefusal;

/**
 * Marks a paid order as fulfilled; from then on it cannot be cancelled (spec.md: Cancel).
 * The caller makes sure that the actor is an admin.
 *
 * @param since the press, of `performance.now()`: too old, it is refused as `BUSY`
 */
export async function fulfilOrder(
  db: Database,
  command: { orderId: number; actorUserId: number },
  now: Date,
  since = performance.now(),
): Promise<Outcome<null, FulfilRefusal>> {
  const { orderId, actorUserId } = command;
  return inTransaction<null, FulfilRefusal>(
    db,
    async (tx) => {
      const order = await lockOrder(tx, orderId);
      const decision = decideFulfil(order);
      if (!order || decision === 'notFound') return refused({ code: 'ORDER_NOT_FOUND' });
      if (decision === 'alreadyCancelled') return refused({ code: 'ORDER_CANCELLED' });
      if (decision === 'alreadyFulfilled') return done(null, true);
      await tx.orm
        .update(orders)
        .set({ status: 'fulfilled', fulfilledAt: now })
        .where(eq(orders.id, orderId));
      await recordAudit(tx, {
        actorUserId,
        action: 'order.fulfil',
        entity: 'order',
        entityId: String(orderId),
        before: { status: order.status },
        after: { status: 'fulfilled' },
        createdAt: now,
      });
      return done(null);
    },
    { settlesByKey: true, since },
  );
}
