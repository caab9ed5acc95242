/** What of a coupon decides whether it can be claimed. */
export interface ClaimOffer {
  enabled: boolean;
  startsAt: Date;
  endsAt: Date;
  /** Shoppers who can claim it; null: it is not claimed, whoever knows its code uses it. */
  claimLimit: number | null;
  /** Shoppers who have. */
  claimed: number;
}

export type ClaimRefusal =
  | { code: 'UNKNOWN_USER' }
  /** There is no such coupon, or none that is claimed. */
  | { code: 'UNKNOWN_COUPON' }
  /** Switched off, not started or over. */
  | { code: 'CLAIMS_CLOSED' }
  /** Others were faster. */
  | { code: 'CLAIMED_OUT' };

/** What a claim is decided on: the locked counters and freshly read rows of a batch of claims. */
export interface ClaimState {
  users: Set<number>;
  offers: Map<number, ClaimOffer>;
  /** Claims that stand, by `claimKey`. */
  claims: Set<string>;
}

export const claimKey = (couponId: number, userId: number) => `${couponId}:${userId}`;

/**
 * Whether a shopper can claim a coupon (spec.md: Coupon). One who has it keeps it, whatever became of
 * the offer since. Changes nothing.
 *
 * @param now the instant of the press, judged against `[startsAt, endsAt)`
 */
export function decideCouponClaim(
  { users, offers, claims }: ClaimState,
  { couponId, userId }: { couponId: number; userId: number },
  now: Date,
):
  | { kind: 'claim'; offer: ClaimOffer }
  | { kind: 'has' }
  | { kind: 'refused'; refusal: ClaimRefusal } {
  const refuse = (code: ClaimRefusal['code']) => ({ kind: 'refused', refusal: { code } }) as const;
  if (!users.has(userId)) return refuse('UNKNOWN_USER');
  if (claims.has(claimKey(couponId, userId))) return { kind: 'has' };
  const offer = offers.get(couponId);
  if (!offer || offer.claimLimit === null) return refuse('UNKNOWN_COUPON');
  if (!offer.enabled || now < offer.startsAt || now >= offer.endsAt) return refuse('CLAIMS_CLOSED');
  if (offer.claimed >= offer.claimLimit) return refuse('CLAIMED_OUT');
  return { kind: 'claim', offer };
}

/**
 * Takes a granted claim out of the state, so that the next decision sees what is left.
 * @param offer as the claim was decided on
 */
export function applyClaim(
  { offers, claims }: ClaimState,
  { couponId, userId }: { couponId: number; userId: number },
  offer: ClaimOffer,
): void {
  offers.set(couponId, { ...offer, claimed: offer.claimed + 1 });
  claims.add(claimKey(couponId, userId));
}
