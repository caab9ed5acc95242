import type { Database } from '@/db/client';
import { type BatchQueue, createBatchQueue, QueueFullError } from '../batch-queue';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTwoFlights } from '../transaction';
import { applyClaim, type ClaimRefusal, decideCouponClaim } from './claim-rules';
import { type ClaimRequest, lockOffers, writeClaims } from './claim-store';

export type ClaimOutcome = Outcome<null, ClaimRefusal | UnsettledRefusal>;

const MOST_PER_BATCH = 128;
const MOST_WAITING = 4_096;
const MOST_WAIT_MS = 5_000;
/** As many who want one coupon travel apart from all others. */
const CROWD = 8;

const queues = new WeakMap<Database, BatchQueue<ClaimRequest, ClaimOutcome>>();

/**
 * Claims a first-come coupon for a shopper (spec.md: Coupon). Claims that wait together travel in one
 * transaction, so that a rush holds two connections and not the shop's whole pool. The claim itself is
 * what makes it safe to repeat: there is one for a shopper and a coupon, whatever happens.
 *
 * @param now the instant of the press
 * @returns `replayed` when the shopper had it already, or the refusal: nothing was claimed, except
 *   after `OUTCOME_UNKNOWN`, where pressing again tells
 */
export async function claimCoupon(
  db: Database,
  command: { couponId: number; userId: number },
  now: Date,
): Promise<ClaimOutcome> {
  let queue = queues.get(db);
  if (!queue) {
    queue = createBatchQueue({
      run: (requests) => runBatch(db, requests),
      wantsOf: ({ couponId }) => [couponId],
      crowd: CROWD,
      mostPerBatch: MOST_PER_BATCH,
      mostWaiting: MOST_WAITING,
      mostWaitMs: MOST_WAIT_MS,
    });
    queues.set(db, queue);
  }
  try {
    return await queue.submit({ ...command, now });
  } catch (error) {
    if (error instanceof QueueFullError) return refused({ code: 'BUSY' });
    throw error;
  }
}

/** Decides the claims one after the other, each on what those before it left. */
async function runBatch(
  db: Database,
  batch: ClaimRequest[],
): Promise<PromiseSettledResult<ClaimOutcome>[]> {
  const settled = await inTwoFlights(
    db,
    (sql) => lockOffers(sql, batch),
    (state) => {
      const granted: ClaimRequest[] = [];
      const outcomes = batch.map((request): ClaimOutcome => {
        const decision = decideCouponClaim(state, request, request.now);
        if (decision.kind === 'refused') return refused(decision.refusal);
        if (decision.kind === 'has') return done(null, true);
        applyClaim(state, request, decision.offer);
        granted.push(request);
        return done(null);
      });
      return {
        value: outcomes,
        write: granted.length > 0 ? (sql) => writeClaims(sql, granted) : null,
      };
    },
  );
  return batch.map((_, i) => ({
    status: 'fulfilled',
    value: settled.ok ? (settled.value[i] as ClaimOutcome) : refused(settled.refusal),
  }));
}
