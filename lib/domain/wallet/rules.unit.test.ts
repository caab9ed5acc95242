import { expect, test } from '@playwright/test';
import { applyTopUp, decideTopUp } from './rules';

const LIMITS = { minWon: 1_000, maxWon: 1_000_000, dayWon: 2_000_000, heldWon: 2_000_000 };
const EMPTY = { balance: 0, toppedUpToday: 0 };

test('amounts from the minimum to the maximum are fine', () => {
  expect(decideTopUp(EMPTY, 1_000, LIMITS)).toBeNull();
  expect(decideTopUp(EMPTY, 1_000_000, LIMITS)).toBeNull();
});

test('a won beyond either end is refused', () => {
  expect(decideTopUp(EMPTY, 999, LIMITS)).toEqual({ code: 'AMOUNT_BELOW_MINIMUM', minWon: 1_000 });
  expect(decideTopUp(EMPTY, 1_000_001, LIMITS)).toEqual({
    code: 'AMOUNT_ABOVE_MAXIMUM',
    maxWon: 1_000_000,
  });
});

test("the day's limit says what is left of it", () => {
  const wallet = { balance: 0, toppedUpToday: 1_500_000 };
  expect(decideTopUp(wallet, 500_000, LIMITS)).toBeNull();
  expect(decideTopUp(wallet, 500_001, LIMITS)).toEqual({
    code: 'DAY_LIMIT',
    dayWon: 2_000_000,
    leftWon: 500_000,
  });
});

test('the holding limit says what the wallet may still take in', () => {
  expect(decideTopUp({ balance: 1_999_000, toppedUpToday: 0 }, 1_001, LIMITS)).toEqual({
    code: 'HELD_LIMIT',
    heldWon: 2_000_000,
    leftWon: 1_000,
  });
  expect(decideTopUp({ balance: 1_999_000, toppedUpToday: 0 }, 1_000, LIMITS)).toBeNull();
  // A refund may have lifted the balance above the limit.
  expect(decideTopUp({ balance: 2_500_000, toppedUpToday: 0 }, 1_000, LIMITS)).toMatchObject({
    leftWon: 0,
  });
});

test('an accepted top-up counts for the next one, on its day and before', () => {
  const wallet = {
    balance: 5_000,
    lastSeq: 7,
    toppedUp: new Map([
      ['2026-11-22', 300],
      ['2026-11-23', 200],
      ['2026-11-24', 100],
    ]),
  };
  expect(applyTopUp(wallet, 1_000, '2026-11-23')).toEqual({
    amount: 1_000,
    balanceBefore: 5_000,
    balanceAfter: 6_000,
    entrySeq: 8,
  });
  expect(wallet).toEqual({
    balance: 6_000,
    lastSeq: 8,
    toppedUp: new Map([
      ['2026-11-22', 1_300],
      ['2026-11-23', 1_200],
      ['2026-11-24', 100],
    ]),
  });
});
