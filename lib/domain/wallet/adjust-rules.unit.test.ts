import { expect, test } from '@playwright/test';
import { decideAdjustment } from './adjust-rules';

const LIMITS = { mostWon: 1_000_000, heldWon: 2_000_000 };
const decide = (balance: number, amount: number, shown: number | null = balance) =>
  decideAdjustment({ balance }, amount, shown, LIMITS);

test('an adjustment may take everything and not a won more', () => {
  expect(decide(5_000, -5_000)).toBeNull();
  expect(decide(5_000, -5_001)).toEqual({ code: 'BALANCE_BELOW_ZERO', balance: 5_000 });
});

test('what adds keeps to what a wallet may hold; what takes away does not ask', () => {
  expect(decide(1_999_999, 1)).toBeNull();
  expect(decide(1_999_999, 2)).toEqual({ code: 'HELD_LIMIT', heldWon: 2_000_000, leftWon: 1 });
  expect(decide(2_500_000, 1)).toEqual({ code: 'HELD_LIMIT', heldWon: 2_000_000, leftWon: 0 });
  expect(decide(2_500_000, -1)).toBeNull();
  expect(decide(2_500_000, 0)).toBeNull();
});

test('there is a most at a time, either way', () => {
  expect(decide(0, 1_000_000)).toBeNull();
  expect(decide(0, 1_000_001)).toEqual({ code: 'ADJUSTMENT_TOO_LARGE', mostWon: 1_000_000 });
  expect(decide(1_500_000, -1_000_000)).toBeNull();
  expect(decide(1_500_000, -1_000_001)).toMatchObject({ code: 'ADJUSTMENT_TOO_LARGE' });
});

test('a wallet that moved since the look is asked about again; a look alone is not', () => {
  expect(decide(5_000, 1_000, 4_000)).toEqual({
    code: 'BALANCE_CHANGED',
    shown: 4_000,
    balance: 5_000,
  });
  expect(decide(5_000, 1_000, null)).toBeNull();
});

test('nobody has no wallet', () => {
  expect(decideAdjustment(null, 1, null, LIMITS)).toEqual({ code: 'UNKNOWN_CUSTOMER' });
});
