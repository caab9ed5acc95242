import { expect, test } from '@playwright/test';
import { rankCoupons } from './pick-rules';
import type { CouponTerms } from './rules';

const NOON = new Date('2026-11-23T03:00:00Z');

function coupon(code: string, terms: Partial<CouponTerms>) {
  const fixed = { kind: 'fixed', percent: null, amount: 1_000, cap: null } as const;
  const limits = { minSubtotal: 0, perShopperLimit: null, totalLimit: null, claimLimit: 9 };
  const period = { startsAt: new Date(0), endsAt: new Date('2026-12-01T00:00:00Z'), enabled: true };
  return {
    terms: { id: 1, code, ...fixed, ...limits, ...period, ...terms },
    use: { total: 0, byShopper: 0 },
  };
}

test('the largest discount comes first, then what is nearest to its minimum, then the rest', () => {
  const ranked = rankCoupons(
    [
      coupon('OFF', { enabled: false, amount: 9_000 }),
      coupon('FAR', { minSubtotal: 50_000, amount: 9_000 }),
      coupon('NEAR', { minSubtotal: 21_000 }),
      coupon('SMALL', {}),
      coupon('LATE', { amount: 3_000 }),
      coupon('SOON', { amount: 3_000, endsAt: new Date('2026-11-24T00:00:00Z') }),
    ],
    20_000,
    NOON,
  );
  expect(ranked.map(({ terms }) => terms.code)).toEqual([
    ...['SOON', 'LATE', 'SMALL', 'NEAR', 'FAR', 'OFF'],
  ]);
  expect(ranked[0]?.decision).toEqual({ usable: true, couponId: 1, discount: 3_000 });
  expect(ranked[3]?.decision).toMatchObject({ reason: 'MIN_ORDER', gap: 1_000 });
});
