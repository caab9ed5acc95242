import { expect, test } from '@playwright/test';
import { applyClaim, type ClaimOffer, type ClaimState, decideCouponClaim } from './claim-rules';

const START = new Date('2026-11-01T00:00:00Z');
const NOON = new Date('2026-11-23T03:00:00Z');
const END = new Date('2026-12-01T00:00:00Z');

const OFFER = { enabled: true, startsAt: START, endsAt: END, claimLimit: 3, claimed: 2 };

function state(changes: Partial<ClaimOffer> = {}): ClaimState {
  return {
    users: new Set([7, 8]),
    offers: new Map([[1, { ...OFFER, ...changes }]]),
    claims: new Set(),
  };
}

const claim = { couponId: 1, userId: 7 };
const refusal = (code: string) => ({ kind: 'refused', refusal: { code } });

test('the last one is given, from the start on and before the end', () => {
  for (const now of [START, NOON, new Date(END.getTime() - 1)]) {
    expect(decideCouponClaim(state(), claim, now)).toEqual({ kind: 'claim', offer: OFFER });
  }
});

test('each reason that a coupon is not given is told apart', () => {
  const decide = (changes: Partial<ClaimOffer>, now = NOON) =>
    decideCouponClaim(state(changes), claim, now);
  expect(decide({ claimed: 3 })).toEqual(refusal('CLAIMED_OUT'));
  expect(decide({ claimLimit: null })).toEqual(refusal('UNKNOWN_COUPON'));
  expect(decide({ enabled: false })).toEqual(refusal('CLAIMS_CLOSED'));
  expect(decide({}, new Date(START.getTime() - 1))).toEqual(refusal('CLAIMS_CLOSED'));
  expect(decide({}, END)).toEqual(refusal('CLAIMS_CLOSED'));
  const other = (wanted: Partial<typeof claim>) =>
    decideCouponClaim(state(), { ...claim, ...wanted }, NOON);
  expect(other({ couponId: 2 })).toEqual(refusal('UNKNOWN_COUPON'));
  expect(other({ userId: 9 })).toEqual(refusal('UNKNOWN_USER'));
});

test('who has it keeps it, whatever became of the offer', () => {
  const s = state();
  applyClaim(s, claim, OFFER);
  expect(s.offers.get(1)).toEqual({ ...OFFER, claimed: 3 });
  expect(decideCouponClaim(s, claim, END)).toEqual({ kind: 'has' });
  expect(decideCouponClaim(s, { ...claim, userId: 8 }, NOON)).toEqual(refusal('CLAIMED_OUT'));
});
