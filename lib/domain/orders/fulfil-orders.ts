import type { Database } from '@/db/client';
import { done, type Outcome, refused } from '../result';
import { type FulfilRefusal, fulfilOrder } from './fulfil-order';

/** What became of one order of many: marked, marked before (`replayed`), or why not. */
export interface FulfilResult {
  orderId: number;
  outcome: Outcome<null, FulfilRefusal>;
}

/**
 * Marks orders as fulfilled, one after the other and each by itself: what cannot be marked holds no
 * other back. The caller makes sure that the actor is an admin.
 *
 * @returns every order's own result in the order given, or `NOTHING_CHOSEN`
 */
export async function fulfilOrders(
  db: Database,
  { orderIds, actorUserId }: { orderIds: number[]; actorUserId: number },
  now: Date,
): Promise<Outcome<FulfilResult[], { code: 'NOTHING_CHOSEN' }>> {
  if (orderIds.length === 0) return refused({ code: 'NOTHING_CHOSEN' });
  const results: FulfilResult[] = [];
  // Once the database is out of reach, the others need not wait for it one by one.
  let lost = false;
  for (const orderId of orderIds) {
    const outcome: FulfilResult['outcome'] = lost
      ? refused({ code: 'UNAVAILABLE' })
      : await fulfilOrder(db, { orderId, actorUserId }, now);
    lost ||=
      !outcome.ok &&
      (outcome.refusal.code === 'UNAVAILABLE' || outcome.refusal.code === 'OUTCOME_UNKNOWN');
    results.push({ orderId, outcome });
  }
  return done(results);
}
