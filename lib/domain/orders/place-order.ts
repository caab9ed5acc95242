import type { Database } from '@/db/client';
import { announceStock } from '../catalog/announce-stock';
import { keyOfPress } from '../idempotency/batch-store';
import { requestHash } from '../idempotency/rules';
import { inKeyedBatches } from '../keyed-batches';
import { done, type KeyRefusal, type Outcome, refused, type UnsettledRefusal } from '../result';
import { type RefusedAttempt, recordAttempts } from './attempt-store';
import type { AcceptedOrder, OrderRequest } from './batch';
import { type LoadedBatch, lockAndLoad } from './batch-load-store';
import { writeBatch } from './batch-write-store';
import {
  applyOrder,
  decideOrder,
  MOST_PRODUCTS_PER_ORDER,
  type OrderCommand,
  type OrderRefusal,
} from './rules';

export type PlaceOrderRefusal = OrderRefusal | KeyRefusal | UnsettledRefusal;
export type PlaceOrderOutcome = Outcome<{ orderId: number }, PlaceOrderRefusal>;

const pressPay = inKeyedBatches({
  wantsOf: ({ productIds }: OrderRequest) => productIds,
  load: async (sql, batch) => ({ ...(await lockAndLoad(sql, batch)), attempts: [] }),
  decide,
  answer: ({ orderId }) => ({ orderId }),
  write: (sql, { state }, accepted, refusedOnes) => writeBatch(sql, state, accepted, refusedOnes),
  behind(db, { attempts }, accepted) {
    const sold = accepted.flatMap(({ order }) => order.lines);
    announceStock(
      db,
      sold.map(({ productId }) => productId),
    );
    return recordAttempts(db, attempts);
  },
});

/**
 * Orders and pays what the shopper's cart holds (diagram 주문 및 결제; spec.md: Order, Coupon,
 * Confirmed total, Idempotency). Commands that wait together travel in one transaction.
 *
 * @param now the instant of the press, which coupons are judged at
 * @param shownProductIds what the page showed in the cart, as far as it says so: it decides only whom
 *   the command waits with, so that a rush on one product does not slow the others
 * @param since the press again, of `performance.now()`: what is not yet written when it is too old is
 *   refused as `BUSY` (`age-rules.ts`)
 * @returns the order's number, `replayed` when this key had already bought it, or the refusal:
 *   nothing was charged and the key can be used again, except after `OUTCOME_UNKNOWN`, where the
 *   same key tells what happened
 */
export async function placeOrder(
  db: Database,
  command: OrderCommand,
  now: Date,
  shownProductIds: readonly number[] = [],
  since = performance.now(),
): Promise<PlaceOrderOutcome> {
  const { couponCode, confirmedTotal, confirmedSubtotal, delivery } = command;
  const asked = { couponCode, confirmedTotal, confirmedSubtotal, delivery: { ...delivery } };
  return pressPay(db, {
    command,
    requestHash: requestHash(asked),
    now,
    since,
    productIds: shownProductIds.slice(0, MOST_PRODUCTS_PER_ORDER),
  });
}

/** Decides one order on what the ones before it left. */
function decide(
  { state, orderIds, attempts }: LoadedBatch & { attempts: RefusedAttempt[] },
  request: OrderRequest,
): Outcome<AcceptedOrder, OrderRefusal> {
  const { command, now } = request;
  const decision = decideOrder(state, command, now);
  if (!decision.ok) {
    attempts.push({ request, refusal: decision.refusal, quote: decision.quote });
    return refused(decision.refusal);
  }
  const orderId = orderIds.get(keyOfPress(request)) as number;
  applyOrder(state, command, decision.order, orderId);
  return done({ request, orderId, order: decision.order });
}
