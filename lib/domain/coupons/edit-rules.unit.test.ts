import { expect, test } from '@playwright/test';
import { couponChanges, decideLimits, withUntouchedInstants } from './edit-rules';

const TERMS = {
  minSubtotal: 0,
  perShopperLimit: null,
  totalLimit: 10,
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
    startsAt: new Date('2026-11-02T00:00:00.000Z'),
    endsAt: new Date('2026-12-02T00:00:00.000Z'),
    enabled: false,
  };
  expect(couponChanges(TERMS, edited)).toEqual([
    { field: 'minSubtotal', was: 0, now: 1_000 },
    { field: 'totalLimit', was: 10, now: null },
    { field: 'perShopperLimit', was: null, now: 1 },
    { field: 'startsAt', was: '2026-11-01T00:00:30.500Z', now: '2026-11-02T00:00:00.000Z' },
    { field: 'endsAt', was: '2026-12-01T00:00:00.000Z', now: '2026-12-02T00:00:00.000Z' },
    { field: 'enabled', was: true, now: false },
  ]);
});

test('a limit holds what was used already, and not one use less', () => {
  const use = { total: 5, mostByShopper: 2 };
  expect(decideLimits({ totalLimit: 5, perShopperLimit: 2 }, use)).toBeNull();
  expect(decideLimits({ totalLimit: null, perShopperLimit: null }, use)).toBeNull();
  expect(decideLimits({ totalLimit: 4, perShopperLimit: 1 }, use)).toEqual({
    code: 'LIMIT_BELOW_USE',
    limit: 'total',
    used: 5,
  });
  expect(decideLimits({ totalLimit: null, perShopperLimit: 1 }, use)).toEqual({
    code: 'LIMIT_BELOW_USE',
    limit: 'perShopper',
    used: 2,
  });
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
