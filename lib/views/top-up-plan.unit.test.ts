import { expect, test } from '@playwright/test';
import { planTopUp } from './top-up-plan';

/** Of a wallet with `balance`, that took in `today` won today. */
function limits(balance: number, today: number) {
  const rules = { min: 1_000, max: 1_000_000, perDay: 2_000_000, held: 2_000_000 };
  const leftToday = rules.perDay - today;
  return {
    ...rules,
    leftToday,
    leftNow: Math.min(rules.max, leftToday, rules.held - balance),
  };
}

const plan = (gap: number, balance = 0, today = 0) =>
  planTopUp(gap, balance, limits(balance, today));

test('what is missing is offered as it is, and at least what can be added', () => {
  expect(plan(7_100)).toMatchObject({ kind: 'once', won: 7_100 });
  expect(plan(300)).toMatchObject({ kind: 'once', won: 1_000 });
  expect(plan(1_000_000)).toMatchObject({ kind: 'once', won: 1_000_000 });
});

test('no offer is above what a top-up takes now', () => {
  expect(plan(1_000_001)).toEqual({ kind: 'times', won: 1_000_000, limit: 1_000_000 });
  expect(plan(500_000, 0, 1_700_000)).toEqual({ kind: 'day', won: 300_000, limit: 300_000 });
  expect(plan(500_000, 0, 1_999_500)).toEqual({ kind: 'day', won: 0, limit: 500 });
  expect(plan(500_000, 1_700_000)).toEqual({ kind: 'held', won: 300_000, limit: 2_000_000 });
  // Less than the least top-up finds room.
  expect(plan(300, 1_999_500)).toEqual({ kind: 'held', won: 0, limit: 2_000_000 });
});
