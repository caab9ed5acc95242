import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import {
  type CouponTerms,
  decideCoupon,
  discountOf,
  normaliseCouponCode,
  shareDiscount,
} from './rules';

const NOON = new Date('2026-11-23T03:00:00Z');
const UNUSED = { total: 0, byShopper: 0 };

function terms(changes: Partial<CouponTerms> = {}): CouponTerms {
  return {
    id: 1,
    code: 'TEN',
    kind: 'percent',
    percent: 10,
    amount: null,
    cap: null,
    minSubtotal: 0,
    perShopperLimit: null,
    startsAt: new Date('2026-11-01T00:00:00Z'),
    endsAt: new Date('2026-12-01T00:00:00Z'),
    enabled: true,
    totalLimit: null,
    claimLimit: null,
    ...changes,
  };
}

test('a code is one code however it is typed', () => {
  for (const typed of ['welcome10', ' WELCOME10 ', 'ＷＥＬＣＯＭＥ１０', '\tWelcome10\n']) {
    expect(normaliseCouponCode(typed)).toBe('WELCOME10');
  }
});

test('a percent discount is rounded down', () => {
  expect(discountOf(terms(), 19_999)).toBe(1_999);
  expect(discountOf(terms({ percent: 1 }), 99)).toBe(0);
  expect(discountOf(terms({ percent: 100 }), 12_345)).toBe(12_345);
});

test('a discount stays below the cap and the subtotal', () => {
  expect(discountOf(terms({ percent: 50, cap: 3_000 }), 10_000)).toBe(3_000);
  const fixed = terms({ kind: 'fixed', percent: null, amount: 5_000 });
  expect(discountOf(fixed, 30_000)).toBe(5_000);
  expect(discountOf(fixed, 4_000)).toBe(4_000);
});

test('a usable coupon gives its discount', () => {
  expect(decideCoupon(terms(), 20_000, UNUSED, NOON)).toEqual({
    usable: true,
    couponId: 1,
    discount: 2_000,
  });
});

test('each of the seven reasons is told apart', () => {
  const reasonOf = (
    changes: Partial<CouponTerms> | null,
    use = UNUSED,
    subtotal = 20_000,
    now = NOON,
  ) => {
    const decision = decideCoupon(changes && terms(changes), subtotal, use, now);
    return decision.usable ? 'usable' : decision.reason;
  };
  expect(reasonOf(null)).toBe('NOT_FOUND');
  expect(reasonOf({ enabled: false })).toBe('DISABLED');
  expect(reasonOf({ startsAt: new Date(NOON.getTime() + 1) })).toBe('NOT_STARTED');
  expect(reasonOf({ startsAt: NOON })).toBe('usable');
  expect(reasonOf({ endsAt: NOON })).toBe('EXPIRED');
  expect(reasonOf({ endsAt: new Date(NOON.getTime() + 1) })).toBe('usable');
  expect(reasonOf({ minSubtotal: 20_001 })).toBe('MIN_ORDER');
  expect(reasonOf({ minSubtotal: 20_000 })).toBe('usable');
  expect(reasonOf({ totalLimit: 5 }, { total: 5, byShopper: 0 })).toBe('TOTAL_LIMIT');
  expect(reasonOf({ totalLimit: 5 }, { total: 4, byShopper: 0 })).toBe('usable');
  expect(reasonOf({ perShopperLimit: 1 }, { total: 1, byShopper: 1 })).toBe('PER_SHOPPER_LIMIT');
});

test('an unusable coupon says the gap and the discount missed', () => {
  expect(decideCoupon(terms({ minSubtotal: 25_000 }), 20_000, UNUSED, NOON)).toEqual({
    usable: false,
    reason: 'MIN_ORDER',
    gap: 5_000,
    missedDiscount: 2_000,
  });
  expect(decideCoupon(terms({ enabled: false }), 20_000, UNUSED, NOON)).toEqual({
    usable: false,
    reason: 'DISABLED',
    gap: null,
    missedDiscount: 2_000,
  });
  expect(decideCoupon(null, 20_000, UNUSED, NOON)).toEqual({
    usable: false,
    reason: 'NOT_FOUND',
    gap: null,
    missedDiscount: null,
  });
});

test('shares go by largest remainder', () => {
  expect(shareDiscount([100, 100, 100], 100)).toEqual([34, 33, 33]);
  expect(shareDiscount([1, 2, 3], 3)).toEqual([1, 1, 1]);
  expect(shareDiscount([2, 1], 2)).toEqual([1, 1]);
  expect(shareDiscount([1, 2], 2)).toEqual([1, 1]);
  expect(shareDiscount([0, 10], 10)).toEqual([0, 10]);
  expect(shareDiscount([0, 0], 0)).toEqual([0, 0]);
});

test('shares sum exactly to the discount and never pass their line', () => {
  const amounts = fc.array(fc.nat({ max: 9_900_000_000 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(amounts, fc.nat({ max: 10_000 }), (lines, permyriad) => {
      const total = lines.reduce((sum, amount) => sum + amount, 0);
      const discount = Math.floor((total / 10_000) * permyriad);
      const shares = shareDiscount(lines, discount);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(discount);
      shares.forEach((share, i) => {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(lines[i] ?? 0);
      });
    }),
  );
});
