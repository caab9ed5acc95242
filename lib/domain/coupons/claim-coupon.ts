import type { Database } from '@/db/client';
import { type Answer, inBatches } from '../batches';
import { done, type Outcome, refused, type UnsettledRefusal } from '../result';
import { inTwoFlights } from '../transaction';
import { applyClaim, type ClaimRefusal, decideCouponClaim } from './claim-rules';
import { type ClaimRequest, lockOffers, writeClaims } from './claim-store';

export type ClaimOutcome = Outcome<null, ClaimRefusal | UnsettledRefusal>;

const claim = inBatches(runBatch, ({ couponId }: ClaimRequest) => [couponId]);

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
  return claim(db, { ...command, now });
}

/** Decides the claims one after the other, each on what those before it left. */
async function runBatch(
  db: Database,
  batch: ClaimRequest[],
): Promise<Answer<null, ClaimRefusal | UnsettledRefusal>[]> {
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
    value: { outcome: settled.ok ? (settled.value[i] as ClaimOutcome) : refused(settled.refusal) },
  }));
}
