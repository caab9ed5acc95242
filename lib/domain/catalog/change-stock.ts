import type { Database } from '@/db/client';
import { recordAudit } from '../audit/store';
import { requestHash } from '../idempotency/rules';
import { claimKey, finishKey } from '../idempotency/store';
import { done, type KeyRefusal, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTransaction } from '../transaction';
import { announceStock } from './announce-stock';
import { decideStockChange, type StockChangeRefusal } from './stock-rules';
import { lockStock, moveStock } from './store';

export interface ChangeStockCommand {
  productId: number;
  /** `restock`: units that came in (positive); `correction`: units found more or less. */
  kind: 'restock' | 'correction';
  delta: number;
  reason: string;
  actorUserId: number;
  /** UUID made when the form was rendered. */
  idempotencyKey: string;
}

/**
 * Changes stock by a difference, so that sales going on at the same time are kept (admin.md:
 * Products and stock). The caller makes sure that the actor is an admin.
 *
 * @returns the units there are afterwards
 */
export async function changeStock(
  db: Database,
  command: ChangeStockCommand,
  now: Date,
): Promise<Outcome<{ quantity: number }, StockChangeRefusal | KeyRefusal | UnsettledRefusal>> {
  const { productId, kind, delta, reason, actorUserId, idempotencyKey: key } = command;
  const request = {
    userId: actorUserId,
    action: 'restock',
    key,
    requestHash: requestHash({ productId, kind, delta, reason }),
  } as const;
  const outcome = await inTransaction<{ quantity: number }, StockChangeRefusal | KeyRefusal>(
    db,
    async (tx) => {
      const claim = await claimKey(tx, request, now);
      if (claim.kind === 'replay') return done(claim.result as { quantity: number }, true);
      if (claim.kind === 'reused') return refused({ code: 'KEY_REUSED' });
      const before = await lockStock(tx, productId);
      const refusal = decideStockChange(before, delta);
      if (refusal) return refused(refusal);
      const after = await moveStock(tx, {
        productId,
        kind,
        delta,
        reason,
        actorUserId,
        createdAt: now,
      });
      await recordAudit(tx, {
        actorUserId,
        action: `stock.${kind}`,
        entity: 'product',
        entityId: String(productId),
        before: { quantity: before },
        after: { ...after, delta, reason },
        createdAt: now,
      });
      await finishKey(tx, request, after);
      return done(after);
    },
    { settlesByKey: true },
  );
  if (outcome.ok) announceStock(db, [productId]);
  return outcome;
}
