import { expect, test } from '@playwright/test';
import { couponChanges, decideLimits, withUntouchedInstants } from './edit-rules';

const TERMS = {
  minSubtotal: 0,
  perShopperLimit: null,
  totalLimit: 10,
  claimLimit: null,
  startsAt: new Date('2026-11-01T00:00:30.500Z'),
  endsAt: new Date('2026-12-01T00:00:00.000Z'),
  enabled: true,
};

test('an edit is what differs, instants as texts', () => {
  expect(couponChanges(TERMS, { ...TERMS })).toEqual([]);
  const edited = {
    minSubtotal: 1_000,
    perShopperLimit: 1,
    totalLimit: null,
    claimLimit: 5,
    startsAt: new Date('2026-11-02T00:00:00.000Z'),
    endsAt: new Date('2026-12-02T00:00:00.000Z'),
    enabled: false,
  };
  expect(couponChanges(TERMS, edited)).toEqual([
    { field: 'minSubtotal', was: 0, now: 1_000 },
    { field: 'totalLimit', was: 10, now: null },
    { field: 'perShopperLimit', was: null, now: 1 },
    { field: 'claimLimit', was: null, now: 5 },
    { field: 'startsAt', was: '2026-11-01T00:00:30.500Z', now: '2026-11-02T00:00:00.000Z' },
    { field: 'endsAt', was: '2026-12-01T00:00:00.000Z', now: '2026-12-02T00:00:00.000Z' },
    { field: 'enabled', was: true, now: false },
  ]);
});

test('a limit holds what was used and claimed already, and not one less', () => {
  const free = { totalLimit: null, perShopperLimit: null, claimLimit: null };
  const use = { total: 5, mostByShopper: 2, claimed: 7 };
  const claimable = { claimLimit: 9 };
  const exact = { totalLimit: 5, perShopperLimit: 2, claimLimit: 7 };
  expect(decideLimits(claimable, exact, use)).toBeNull();
  expect(decideLimits(claimable, free, use)).toBeNull();
  const below = (limit: 'total' | 'perShopper' | 'claim', used: number) =>
    ({ code: 'LIMIT_BELOW_USE', limit, used }) as const;
  const low = { totalLimit: 4, perShopperLimit: 1, claimLimit: 6 };
  expect(decideLimits(claimable, low, use)).toEqual(below('total', 5));
  expect(decideLimits(claimable, { ...low, totalLimit: null }, use)).toEqual(
    below('perShopper', 2),
  );
  expect(decideLimits(claimable, { ...free, claimLimit: 6 }, use)).toEqual(below('claim', 7));
});

test('a coupon that was used without a claim stays one that nobody has to claim', () => {
  const claimable = { totalLimit: null, perShopperLimit: null, claimLimit: 9 };
  const use = { total: 1, mostByShopper: 1, claimed: 0 };
  const refusal = { code: 'USED_WITHOUT_CLAIM' };
  expect(decideLimits({ claimLimit: null }, claimable, use)).toEqual(refusal);
  expect(decideLimits({ claimLimit: 8 }, claimable, use)).toBeNull();
  expect(decideLimits({ claimLimit: null }, claimable, { ...use, total: 0 })).toBeNull();
  const unclaimed = { ...claimable, claimLimit: null };
  expect(decideLimits({ claimLimit: null }, unclaimed, use)).toBeNull();
});

test('an instant within the minute that stands was left alone', () => {
  const minutes = {
    ...TERMS,
    minSubtotal: 500,
    startsAt: new Date('2026-11-01T00:00:00.000Z'),
    endsAt: new Date('2026-12-01T00:01:00.000Z'),
  };
  expect(withUntouchedInstants(TERMS, minutes)).toEqual({ ...minutes, startsAt: TERMS.startsAt });
});
