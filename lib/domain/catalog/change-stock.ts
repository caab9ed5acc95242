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

export interface ChangedStock {
  productId: number;
  delta: number;
  /** Units there were after it. */
  quantity: number;
}

/**
 * Changes stock by a difference, so that sales going on at the same time are kept (admin.md:
 * Products and stock). The caller makes sure that the actor is an admin.
 *
 * @param since the press, of `performance.now()`: too old, it is refused as `BUSY`
 */
export async function changeStock(
  db: Database,
  command: ChangeStockCommand,
  now: Date,
  since = performance.now(),
): Promise<Outcome<ChangedStock, StockChangeRefusal | KeyRefusal | UnsettledRefusal>> {
  const { productId, kind, delta, reason, actorUserId, idempotencyKey: key } = command;
  const request = {
    userId: actorUserId,
    action: 'restock',
    key,
    requestHash: requestHash({ productId, kind, delta, reason }),
  } as const;
  const outcome = await inTransaction<ChangedStock, StockChangeRefusal | KeyRefusal>(
    db,
    async (tx) => {
      const claim = await claimKey(tx, request, now);
      if (claim.kind === 'replay') return done(claim.result as ChangedStock, true);
      if (claim.kind === 'reused') return refused({ code: 'KEY_REUSED' });
      const before = await lockStock(tx, productId);
      const refusal = decideStockChange(before, delta);
      if (refusal) return refused(refusal);
      const { quantity } = await moveStock(tx, {
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
        after: { quantity, delta, reason },
        createdAt: now,
      });
      const after = { productId, delta, quantity };
      await finishKey(tx, request, after);
      return done(after);
    },
    { settlesByKey: true, since },
  );
  if (outcome.ok) announceStock(db, [productId]);
  return outcome;
}
