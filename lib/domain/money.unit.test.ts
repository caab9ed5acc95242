import { expect, test } from '@playwright/test';
import { won } from './money';

test('won are exact integers or a bug', () => {
  for (const amount of [0, -1, 10_000, Number.MAX_SAFE_INTEGER]) expect(won(amount)).toBe(amount);
  for (const amount of [0.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1]) {
    expect(() => won(amount)).toThrow(new RangeError(`not an exact amount of won: ${amount}`));
  }
});
